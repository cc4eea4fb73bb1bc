import { describe, expect, it } from 'vitest';
import { play } from './testing/driver.ts';
import { type Sketched, sketch } from './testing/sketch.ts';

const ask = (to: Record<string, string> = {}): Sketched => ({
  type: 'ask',
  data: { variable: 'value', prompt: 'Your case?', answer: 'text' },
  to,
});
const silence = 'inactivity:quiet/begin' as const;

function bot(quiet: Record<string, Sketched>, first: Record<string, Sketched> = {}) {
  const begun = Object.keys(first)[0] ?? 'ask';
  return sketch(
    {
      main: {
        start: { type: 'conversation-start', to: begun },
        ...first,
        ask: ask({ answered: 'thanks' }),
        thanks: { type: 'message', data: { text: 'Noted: {{value}}.' } },
      },
      quiet: { begin: { type: 'inactivity', data: { minutes: 2.5 }, to: 'nudge' }, ...quiet },
    },
    { variables: [{ name: 'value', type: 'text', scope: 'conversation' }] },
  );
}

const nudge: Sketched = { type: 'message', data: { text: 'Are you there?' } };
const timers = (turn: { of: (type: 'timer') => { name: string }[] }) =>
  turn.of('timer').map(({ name }) => name);

describe('a question that is left unanswered', () => {
  it('brings the drawn flow after its minutes, stays open, and is not nagged about', () => {
    const chat = play(bot({ nudge }));
    expect(chat.start().of('timer')).toMatchObject([
      { name: silence, at: Date.UTC(2026, 10, 23, 10, 2, 30) },
    ]);
    const turn = chat.ring(silence);
    expect(turn.texts).toEqual(['Are you there?']);
    expect(timers(turn)).toEqual([]);
    expect(chat.say('blue').texts).toEqual(['Noted: blue.']);
  });

  it('is not nagged about by a flow that pauses either', () => {
    const chat = play(
      bot({
        nudge: { ...nudge, to: 'pause' },
        pause: { type: 'wait', data: { seconds: 2 }, to: 'more' },
        more: { type: 'choice', data: { text: 'Still there?', options: [{ id: 'yes', label: 'Yes' }] } },
      }),
    );
    chat.start();
    chat.ring(silence);
    expect(timers(chat.ring('wait'))).toEqual([]);
  });

  it('starts the clock also when it is asked after a pause', () => {
    const chat = play(bot({ nudge }, { pause: { type: 'wait', data: { seconds: 2 }, to: 'ask' } }));
    expect(timers(chat.start())).toEqual(['wait']);
    expect(timers(chat.ring('wait'))).toEqual([silence]);
  });

  it('stops the clock when it is answered, and when an agent joins', () => {
    const answered = play(bot({ nudge }));
    answered.start();
    expect(answered.say('blue').of('cancel-timer')).toMatchObject([{ name: silence }]);
    const joined = play(bot({ nudge }));
    joined.start();
    expect(joined.join().of('cancel-timer')).toMatchObject([{ name: silence }]);
    expect(joined.ring(silence).effects).toEqual([]);
  });
});
