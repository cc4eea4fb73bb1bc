import { expect, it } from 'vitest';
import { parseRetryAfter } from './parse-retry-after.ts';

const now = Date.UTC(2026, 10, 21, 12);
const hour = 3_600_000;

it.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Sat, 21 Nov 2026 12:00:30 GMT', 30_000],
  ['Saturday, 21-Nov-26 12:01:00 GMT', 60_000],
  ['Sat, 21 Nov 2026 11:00:00 GMT', 0],
  ['999999999', 10 * hour],
  ['Sat, 21 Nov 2099 12:00:30 GMT', 10 * hour],
])('%j asks for a wait of %i ms', (text, waitMs) => {
  expect(parseRetryAfter(text, now)).toBe(waitMs);
});

it.each([undefined, '', 'soon', '-5', '1.5', '2026-11-21', 'Sat, sometime'])('%j asks for none', (text) => {
  expect(parseRetryAfter(text, now)).toBeNull();
});
