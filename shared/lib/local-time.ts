import { DateTime, IANAZone } from 'luxon';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** A moment as the clock on the wall shows it: `YYYY-MM-DD`, `HH:MM` and the day of the week. */
export type LocalTime = { readonly date: string; readonly time: string; readonly weekday: Weekday };

/** The wall clock of a zone at a moment (ms since 1970). A zone that does not exist counts as UTC. */
export function toLocalTime(atMs: number, timezone: string): LocalTime {
  const local = toDateTime(atMs, timezone);
  return {
    date: local.toFormat('yyyy-MM-dd'),
    time: local.toFormat('HH:mm'),
    weekday: weekdays[local.weekday - 1] ?? 'mon',
  };
}

/** Whether the name is a time zone that this machine knows, such as `Europe/Amsterdam`. */
export function isTimezone(name: string): boolean {
  return name !== '' && IANAZone.isValidZone(name);
}

/** The luxon moment behind `toLocalTime`, for arithmetic within a zone. */
export function toDateTime(atMs: number, timezone: string): DateTime {
  return DateTime.fromMillis(atMs, { zone: isTimezone(timezone) ? timezone : 'utc', locale: 'en' });
}
