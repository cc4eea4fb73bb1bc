import { describe, expect, it } from 'vitest';
import { play } from './testing/driver.ts';
import { sketch } from './testing/sketch.ts';

const file = sketch(
  {
    main: {
      go: { type: 'text-request', data: { phrases: ['go'] }, to: 'call' },
      call: {
        type: 'http-request',
        data: {
          method: 'POST',
          url: 'https://example.com/{{message.text}}',
          headers: [{ name: 'authorization', value: 'Bearer {{secret.key}}' }],
          body: '{{secret.key}}',
          save: [{ path: 'order.status', variable: 'status' }],
        },
        to: { ok: 'say', failed: 'sorry' },
      },
      say: { type: 'message', data: { text: 'It is {{status}}. {{secret.key}}' } },
      sorry: { type: 'message', data: { text: 'No luck.' } },
      hours: { type: 'text-request', data: { phrases: ['hours'] }, to: 'tell' },
      tell: { type: 'message', data: { text: 'All day.' } },
      want: { type: 'text-request', data: { phrases: [], include: ['person'] }, to: 'reply' },
      reply: { type: 'handoff-reply', data: { text: 'One moment.', priority: 'normal' } },
    },
    survey: {
      begin: { type: 'start-survey', data: { name: 'csat', label: 'Stars', start: ['agent'] }, to: 'ask' },
      ask: { type: 'message', data: { text: 'How was it?' } },
    },
  },
  { variables: [{ name: 'status', type: 'text', scope: 'conversation' }] },
);

function waiting() {
  const chat = play(file);
  const call = chat.say('{{secret.key}}', { means: ['main/go'] }).of('http')[0];
  const answer = (ok = true) =>
    chat.send({ type: 'http-result', id: call?.id ?? '', ok, variables: { status: 'sent' } });
  return { chat, call, answer };
}

describe('a call to the outside', () => {
  it('carries secrets as names only, never what a customer wrote as one', () => {
    expect(waiting().call?.request).toMatchObject({
      url: ['https://example.com/', '{{secret.key}}'],
      headers: [{ name: 'authorization', value: ['Bearer ', { secret: 'key' }] }],
      body: [{ secret: 'key' }],
      timeoutSeconds: 10,
    });
  });

  it('goes on by ok or failed, with what was saved; a secret is never said', () => {
    expect(waiting().answer().texts).toEqual(['It is sent. ']);
    expect(waiting().answer(false).texts).toEqual(['No luck.']);
  });

  it('keeps what comes meanwhile, and takes it in order afterwards', () => {
    const { chat, answer } = waiting();
    expect(chat.say('hours', { means: ['main/hours'] }).effects).toEqual([]);
    expect(chat.say('what?').effects).toEqual([]);
    expect(chat.send({ type: 'start-survey', name: 'csat' }).effects).toEqual([]);
    const { texts } = answer();
    expect(texts.slice(0, 2)).toEqual(['It is sent. ', 'All day.']);
    expect(texts[2]).toContain('do not understand');
    expect(texts[3]).toBe('How was it?');
  });

  it('that a kept message follows with a handoff leaves the rest to the people', () => {
    const { chat, answer } = waiting();
    chat.say('human', { person: 'main/want' });
    chat.say('hours', { means: ['main/hours'] });
    expect(answer().texts).toEqual(['It is sent. ', 'One moment.']);
    expect(chat.state).toMatchObject({ handler: 'queue', pending: [] });
  });

  it('answered after an agent joined only stores its variables', () => {
    const { chat, answer } = waiting();
    chat.join();
    expect(answer().of('say')).toEqual([]);
    expect(chat.state.variables.status).toBe('sent');
    expect(chat.state.handler).toBe('agent');
  });

  it('answered twice goes on once', () => {
    const { answer } = waiting();
    answer();
    expect(answer().texts).toEqual([]);
  });
});
