import { expect, it } from 'vitest';
import { toDuration, toUntil, toWhen } from './times.ts';

const now = Date.parse('2026-11-21T12:00:00.000Z');

it('says when something was relative up to a day, then by its date', () => {
  expect(toWhen('2026-11-21T11:59:40.000Z', now, 'en')).toBe('now');
  expect(toWhen('2026-11-21T11:55:00.000Z', now, 'en')).toMatch(/^5 min/);
  expect(toWhen('2026-11-21T09:00:00.000Z', now, 'en')).toMatch(/^3 hr/);
  expect(toWhen('2026-11-09T12:00:00.000Z', now, 'en')).toMatch(/Nov 9|9 Nov/);
  expect(toWhen('2025-11-09T12:00:00.000Z', now, 'en')).toContain('2025');
});

it('never puts something into the future when the clocks differ', () => {
  expect(toWhen('2026-11-21T12:00:30.000Z', now, 'en')).toBe('now');
});

it('says how long something takes in its largest unit, in the reader’s language', () => {
  expect(toDuration('2026-11-21T11:56:00.000Z', now, 'en')).toBe('4 min');
  expect(toDuration('2026-11-21T10:00:00.000Z', now, 'nl')).toMatch(/^2 u/);
  expect(toDuration('2026-11-18T12:00:00.000Z', now, 'pl')).toBe('3 dni');
});

it('says how long something still takes, and that it is now when it should have been', () => {
  expect(toUntil('2026-11-21T12:00:05.000Z', now, 'en')).toMatch(/^in 5 sec/);
  expect(toUntil('2026-11-21T12:05:00.000Z', now, 'en')).toMatch(/^in 5 min/);
  expect(toUntil('2026-11-21T21:40:00.000Z', now, 'en')).toMatch(/^in 10 hr/);
  expect(toUntil('2026-11-21T11:00:00.000Z', now, 'en')).toBe('now');
});
