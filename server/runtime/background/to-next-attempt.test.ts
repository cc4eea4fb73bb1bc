import { expect, it } from 'vitest';
import { mostAttempts, toNextAttempt } from './to-next-attempt.ts';

const transient = { final: false, waitMs: 0 };
const after = (attempts: number, random = 0.5, failed = transient, spent = 0) =>
  toNextAttempt({ attempts: attempts + spent, spent }, failed, { now: 1_000, random });
const minute = 60_000;

it('pauses 5 s, 5 min, 30 min, 2 h, 5 h, 10 h and 10 h, and then gives up', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 7, 8].map((attempts) => {
    const next = after(attempts);
    return next === null ? null : (next - 1_000) / minute;
  });
  expect(pauses).toEqual([5 / 60, 5, 30, 120, 300, 600, 600, null]);
  expect(mostAttempts).toBe(8);
});

it('spreads each pause by a fifth', () => {
  expect([after(2, 0), after(2, 1)]).toEqual([1_000 + 4 * minute, 1_000 + 6 * minute]);
});

it('waits at least as long as the other side asked', () => {
  expect(after(1, 0.5, { final: false, waitMs: 7 * minute })).toBe(1_000 + 7 * minute);
  expect(after(3, 0.5, { final: false, waitMs: 7 * minute })).toBe(1_000 + 30 * minute);
});

it('gives up at once what was refused for good', () => {
  expect(after(1, 0.5, { final: true, waitMs: 0 })).toBeNull();
});

it('begins anew with an item that was sent again', () => {
  expect(after(1, 0.5, transient, 8)).toBe(1_000 + 5_000);
  expect(after(8, 0.5, transient, 8)).toBeNull();
});
