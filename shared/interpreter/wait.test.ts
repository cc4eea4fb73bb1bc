import { expect, it } from 'vitest';
import { play } from './testing/driver.ts';
import { sketch } from './testing/sketch.ts';

const file = sketch({
  main: {
    start: { type: 'conversation-start', to: 'one' },
    one: { type: 'message', data: { text: 'One.' }, to: 'pause' },
    pause: { type: 'wait', data: { seconds: 3 }, to: 'two' },
    two: { type: 'message', data: { text: 'Two.' } },
  },
});

it('says the rest of a flow when the pause is over', () => {
  const chat = play(file);
  expect(chat.start().of('timer')).toMatchObject([{ name: 'wait' }]);
  expect(chat.ring('wait').texts).toEqual(['Two.']);
});

it('stops the pause when an agent joins, so that the bot does not speak into it', () => {
  const chat = play(file);
  chat.start();
  expect(chat.join().of('cancel-timer')).toMatchObject([{ name: 'wait' }]);
  expect(chat.ring('wait').texts).toEqual([]);
});

it('says the rest at once when the customer writes, and then takes the message', () => {
  const chat = play(file);
  chat.start();
  const turn = chat.say('hello');
  expect(turn.texts[0]).toBe('Two.');
  expect(turn.texts[1]).toContain('do not understand');
  expect(turn.of('cancel-timer')).toMatchObject([{ name: 'wait' }]);
});
