import { describe, expect, it } from 'vitest';
import { play } from './testing/driver.ts';
import { type Sketched, sketch } from './testing/sketch.ts';

const text = (words: string, to?: string): Sketched => ({
  type: 'message',
  data: { text: words },
  ...(to !== undefined && { to }),
});
const interrupting = (to: string): Sketched => ({
  type: 'text-request',
  data: { phrases: ['x'], interrupts: true },
  to,
});

const bot = sketch(
  {
    main: {
      go: { type: 'text-request', data: { phrases: ['broken'] }, to: 'ask' },
      ask: {
        type: 'ask',
        data: { variable: 'case', prompt: 'Tell me.', answer: 'text' },
        to: { answered: 'reply' },
      },
      reply: { type: 'handoff-reply', data: { text: 'One moment.', priority: 'normal' } },
    },
    price: { asked: interrupting('tell'), tell: text('Ten euro.') },
    bye: { asked: interrupting('say'), say: text('Bye.', 'end'), end: { type: 'end' } },
    desk: {
      asked: interrupting('reply'),
      reply: { type: 'handoff-reply', data: { text: 'Somebody comes.', priority: 'high' } },
    },
    survey: {
      asked: interrupting('begin'),
      begin: { type: 'start-survey', data: { name: 'csat', label: 'Stars', start: [] }, to: 'say' },
      say: text('How was it?'),
    },
  },
  { variables: [{ name: 'case', type: 'text', scope: 'conversation' }] },
);

function asked() {
  const chat = play(bot);
  expect(chat.say('it is broken', { means: ['main/go'] }).texts).toEqual(['Tell me.']);
  return chat;
}

describe('an interruption', () => {
  it('comes before a free answer, and the question is asked again', () => {
    const chat = asked();
    expect(chat.say('what is the price', { means: ['price/asked'] }).texts).toEqual([
      'Ten euro.',
      'Tell me.',
    ]);
    expect(chat.state).toMatchObject({ misses: 0, open: { node: 'ask', tries: 0 } });
  });

  it.each([
    ['bye/asked', ['Bye.']],
    ['desk/asked', ['Somebody comes.']],
    ['survey/asked', ['How was it?']],
  ])('of %s, which does not come back, ends the question', (trigger, texts) => {
    const chat = asked();
    expect(chat.say('x', { means: [trigger] }).texts).toEqual(texts);
    expect(chat.state).toMatchObject({ open: null, stack: [] });
  });

  it('leaves the reason of what it interrupted as it was', () => {
    const chat = asked();
    chat.say('what is the price', { means: ['price/asked'] });
    expect(chat.say('the lid came off').of('notify')).toMatchObject([
      { cause: { type: 'text-request', flow: 'main', text: 'it is broken' } },
    ]);
  });

  it('may come again and again; the oldest question is forgotten first', () => {
    const chat = play(
      sketch({
        main: {
          start: { type: 'conversation-start', to: 'ask' },
          ask: { type: 'ask', data: { variable: 'a', prompt: 'First?', answer: 'number' } },
          go: interrupting('more'),
          more: {
            type: 'ask',
            data: { variable: 'b', prompt: 'More?', answer: 'number', skipIfKnown: false },
          },
        },
      }),
    );
    chat.start();
    for (let times = 0; times < 30; times += 1) {
      expect(chat.say('x', { means: ['main/go'] }).texts).toEqual(['More?']);
    }
    expect(chat.state.stack).toHaveLength(20);
    expect(chat.state.stack.map((frame) => frame.type === 'interrupted' && frame.open.node)).not.toContain(
      'ask',
    );
  });
});
