import { expect, test } from 'vitest';
import { isOpen, type OpeningHours } from './opening-hours.ts';

const utc = (text: string) => Date.parse(text);
const at = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString().slice(0, 16));

const desk: OpeningHours = {
  timezone: 'Europe/Amsterdam',
  week: {
    mon: [
      ['09:00', '12:00'],
      ['12:00', '17:30'],
    ],
    fri: [['09:00', '24:00']],
    sat: [['00:00', '02:00']],
  },
  exceptions: [{ date: '2026-12-25', open: [] }],
};

test('a desk is open within its hours and says when it closes, joined intervals being one', () => {
  const result = isOpen(desk, utc('2026-11-23T08:00Z'));
  expect(result.open).toBe(true);
  expect(at(result.changesAt)).toBe('2026-11-23T16:30');
});

test('a closed desk says when it opens, days ahead', () => {
  const result = isOpen(desk, utc('2026-11-24T08:00Z'));
  expect(result.open).toBe(false);
  expect(at(result.changesAt)).toBe('2026-11-27T08:00');
});

test('the closing minute itself is closed', () => {
  expect(isOpen(desk, utc('2026-11-23T16:30Z')).open).toBe(false);
  expect(isOpen(desk, utc('2026-11-23T16:29:59.999Z')).open).toBe(true);
});

test('hours that pass midnight run on as one', () => {
  expect(at(isOpen(desk, utc('2026-11-27T22:00Z')).changesAt)).toBe('2026-11-28T01:00');
});

test('an exception replaces its day', () => {
  expect(isOpen(desk, utc('2026-12-25T10:00Z')).open).toBe(false);
  expect(at(isOpen(desk, utc('2026-12-24T10:00Z')).changesAt)).toBe('2026-12-25T23:00');
});

test('an empty week is closed for good and all hours are open for good', () => {
  const none = { timezone: 'Europe/Sofia', week: {}, exceptions: [] };
  expect(isOpen(none, utc('2026-11-23T08:00Z'))).toEqual({ open: false, changesAt: null });
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
  const week = Object.fromEntries(days.map((day) => [day, [['00:00', '24:00']]]));
  const all = { timezone: 'Europe/Sofia', week } as OpeningHours;
  expect(isOpen(all, utc('2026-11-23T08:00Z'))).toEqual({ open: true, changesAt: null });
});

test('the opening moves with the clock change in spring and autumn', () => {
  const sunday: OpeningHours = { timezone: 'Europe/Amsterdam', week: { sun: [['09:00', '10:00']] } };
  expect(at(isOpen(sunday, utc('2026-03-28T12:00Z')).changesAt)).toBe('2026-03-29T07:00');
  expect(at(isOpen(sunday, utc('2026-10-24T12:00Z')).changesAt)).toBe('2026-10-25T08:00');
});

test('an opening in the hour that is skipped happens when the clock jumps over it', () => {
  const night: OpeningHours = { timezone: 'Europe/Warsaw', week: { sun: [['02:30', '04:00']] } };
  const result = isOpen(night, utc('2026-03-29T00:30Z'));
  expect(result.open).toBe(false);
  expect(at(result.changesAt)).toBe('2026-03-29T01:00');
});

test('in the hour that comes twice the wall clock decides', () => {
  const night: OpeningHours = { timezone: 'Europe/Warsaw', week: { sun: [['01:00', '02:30']] } };
  expect(at(isOpen(night, utc('2026-10-25T00:00Z')).changesAt)).toBe('2026-10-25T00:30');
  const second = isOpen(night, utc('2026-10-25T00:45Z'));
  expect(second.open).toBe(false);
  expect(at(second.changesAt)).toBe('2026-10-25T01:00');
  expect(at(isOpen(night, utc('2026-10-25T01:10Z')).changesAt)).toBe('2026-10-25T01:30');
});

test('asked again and again, in any order, hours answer as if it were the first time', () => {
  const moments = Array.from({ length: 400 }, (_, index) => utc('2026-12-18T00:00Z') + index * 2_100_000);
  const afresh = moments.map((ms) => isOpen({ ...desk }, ms));
  expect(moments.map((ms) => isOpen(desk, ms))).toEqual(afresh);
  expect(moments.toReversed().map((ms) => isOpen(desk, ms))).toEqual(afresh.toReversed());
});

test('an exception that comes into sight is seen by hours that never changed before', () => {
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
  const week = Object.fromEntries(days.map((day) => [day, [['00:00', '24:00']]]));
  const all = { timezone: 'UTC', week, exceptions: [{ date: '2026-12-25', open: [] }] } as OpeningHours;
  expect(isOpen(all, utc('2026-12-10T23:00Z')).changesAt).toBeNull();
  expect(at(isOpen(all, utc('2026-12-11T01:00Z')).changesAt)).toBe('2026-12-25T00:00');
});
