import { expect, test } from 'vitest';
import { isTimezone, toLocalTime } from './local-time.ts';

test('a moment is shown as the wall clock of its zone', () => {
  const moment = Date.parse('2026-11-22T23:30:00Z');
  expect(toLocalTime(moment, 'Europe/Sofia')).toEqual({ date: '2026-11-23', time: '01:30', weekday: 'mon' });
  expect(toLocalTime(moment, 'America/New_York')).toEqual({
    date: '2026-11-22',
    time: '18:30',
    weekday: 'sun',
  });
});

test('a zone that does not exist counts as UTC', () => {
  expect(toLocalTime(0, 'Mars/Olympus').time).toBe('00:00');
});

test('only names of zones are zones', () => {
  expect(isTimezone('Europe/Amsterdam')).toBe(true);
  for (const name of ['', 'Mars/Olympus', 'Amsterdam']) expect(isTimezone(name)).toBe(false);
});

test('the clock goes on by the minute, and back when asked for an earlier moment', () => {
  const times = [0, 59_999, 60_000, 0].map((ms) => toLocalTime(ms, 'UTC').time);
  expect(times).toEqual(['00:00', '00:00', '00:01', '00:00']);
});
