import { expect, it } from 'vitest';
import { toMoment, toNextEvening } from './moment.ts';

it('finds the moment at which a zone’s clock shows a date and a time', () => {
  expect(toMoment('2026-11-22', '22:00', 'Europe/Amsterdam')).toBe(Date.UTC(2026, 10, 22, 21));
  expect(toMoment('', '22:00', 'Europe/Amsterdam')).toBeNull();
  expect(toMoment('2026-13-01', '22:00', 'UTC')).toBeNull();
});

it('finds the Sunday evening that comes next', () => {
  const sunday = Date.UTC(2026, 10, 22, 22);
  expect(toNextEvening(Date.UTC(2026, 10, 18, 12), 'UTC')).toBe(sunday);
  expect(toNextEvening(Date.UTC(2026, 10, 22, 23), 'UTC')).toBe(sunday + 7 * 24 * 3_600_000);
});
