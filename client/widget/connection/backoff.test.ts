import { expect, test } from 'vitest';
import { computeDelay, isPassing } from './backoff.ts';

test('waits double up to half a minute, and half of each is chance', () => {
  expect([1, 2, 3, 10].map((failures) => computeDelay(failures, 0))).toEqual([500, 1_000, 2_000, 15_000]);
  expect([1, 2, 3, 10].map((failures) => computeDelay(failures, 1))).toEqual([1_000, 2_000, 4_000, 30_000]);
});

test('what the customer did wrong does not pass, the rest does', () => {
  expect([0, 408, 429, 500, 503].every(isPassing)).toBe(true);
  expect([400, 401, 404, 409, 413, 422].some(isPassing)).toBe(false);
});
