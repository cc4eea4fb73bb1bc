import { beforeEach, expect, test } from 'vitest';
import { createLimiter, type Limiter } from './limiter.ts';

let clock = 0;
let limiter: Limiter;
beforeEach(() => {
  clock = 0;
  limiter = createLimiter(2, 60_000, () => clock);
});

test('refuses what is one too many, and says how long', () => {
  clock = 500;
  expect(limiter.take('a')).toEqual({ refused: false, remaining: 1, seconds: 60 });
  clock = 20_000;
  expect(limiter.take('a')).toEqual({ refused: false, remaining: 0, seconds: 41 });
  expect(limiter.take('a')).toEqual({ refused: true, remaining: 0, seconds: 41 });
  expect(limiter.take('b').refused).toBe(false);
});

test('counts anew when the window of a key has ended, not before', () => {
  for (let count = 0; count < 3; count += 1) limiter.take('a');
  clock = 59_999;
  expect(limiter.take('a').refused).toBe(true);
  clock = 60_000;
  expect(limiter.take('a')).toEqual({ refused: false, remaining: 1, seconds: 60 });
});

test('a window that began late goes over the moment at which quiet keys are forgotten', () => {
  clock = 50_000;
  for (let count = 0; count < 3; count += 1) limiter.take('late');
  clock = 70_000;
  expect(limiter.take('late').refused).toBe(true);
  clock = 300_000;
  expect(limiter.take('late').refused).toBe(false);
});

test('what is given back counts no more', () => {
  limiter.take('a');
  limiter.take('a');
  limiter.giveBack('a');
  limiter.giveBack('unknown');
  expect([limiter.take('a').refused, limiter.take('a').refused]).toEqual([false, true]);
});
