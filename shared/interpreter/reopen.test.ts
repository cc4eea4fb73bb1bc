import { describe, expect, it } from 'vitest';
import { play } from './testing/driver.ts';
import { type Sketched, sketch } from './testing/sketch.ts';

const text = (words: string): Sketched => ({ type: 'message', data: { text: words } });
const person = { person: 'main/want' };

function desk() {
  return sketch({
    main: {
      want: { type: 'text-request', data: { phrases: [], include: ['person'] }, to: 'reply' },
      reply: { type: 'handoff-reply', data: { text: 'One moment.', priority: 'high' } },
    },
  });
}

describe('within the reopen time of a resolve', () => {
  const unhappy = () => {
    const file = desk();
    const more = sketch({
      unhappy: {
        bad: { type: 'negative-feedback', data: { signals: ['thumbs-down', 'low-rating'] }, to: 'sorry' },
        sorry: text('Sorry to hear that.'),
      },
      survey: {
        begin: {
          type: 'start-survey',
          data: { name: 'csat', label: 'Stars', start: ['resolved'] },
          to: 'rate',
        },
        rate: { type: 'rating', data: { variable: 'stars', question: 'How was it?', scale: 'stars' } },
      },
    });
    file.flows.push(...more.flows);
    return play(file);
  };
  const resolve = (chat: ReturnType<typeof play>) => {
    chat.say('human', person);
    chat.join();
    chat.resolve();
  };

  it.each([
    ['a thumb down', (chat: ReturnType<typeof play>) => chat.thumb('down')],
    ['a low rating', (chat: ReturnType<typeof play>) => chat.rate(1)],
  ] as const)('%s goes straight back to the queue, and afterwards it is the drawn flow', (_name, act) => {
    const soon = unhappy();
    resolve(soon);
    soon.at(30);
    expect(act(soon).of('handler')).toMatchObject([{ to: 'queue', reason: 'reopened' }]);
    expect(soon.state.agent).toMatchObject({ name: 'Anna' });
    const late = unhappy();
    resolve(late);
    late.at(31);
    expect(act(late).texts[0]).toBe('Sorry to hear that.');
  });

  it('nothing is collected or asked again', () => {
    const file = desk();
    const reply = file.flows[0]?.nodes.find(({ type }) => type === 'handoff-reply');
    if (reply) reply.data.consent = { question: 'Sure?', accept: 'Yes', decline: 'No' };
    const chat = play(file);
    chat.say('human', person);
    chat.press('accept');
    chat.join();
    chat.resolve(null, false);
    expect(chat.say('human', person).texts).toEqual(['One moment.']);
    expect(chat.state.handler).toBe('queue');
  });

  it('a request for a person goes straight back to the queue', () => {
    const chat = play(desk());
    chat.say('human', person);
    chat.join();
    chat.resolve(null, false);
    chat.at(5);
    const turn = chat.say('human again', person);
    expect(turn.of('handler')).toMatchObject([{ to: 'queue', reason: 'reopened' }]);
    expect(turn.of('notify')).toMatchObject([{ what: 'reopened' }]);
  });

  it('afterwards it is a new handoff', () => {
    const chat = play(desk());
    chat.say('human', person);
    chat.join();
    chat.resolve(null, false);
    chat.at(31);
    expect(chat.say('human again', person).of('handler')).toMatchObject([{ reason: 'handoff' }]);
  });
});
