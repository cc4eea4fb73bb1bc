import { DateTime, IANAZone } from 'luxon';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** A moment as the clock on the wall shows it: `YYYY-MM-DD`, `HH:MM` and the day of the week. */
export type LocalTime = { readonly date: string; readonly time: string; readonly weekday: Weekday };

/** Each message asks for the same few zones in the same minute; names come from bot files, so there may be many. */
const mostKept = 1_000;
const lastTimes = new Map<string, { minute: number; local: LocalTime }>();
const knownZones = new Map<string, boolean>();

/** The wall clock of a zone at a moment (ms since 1970). A zone that does not exist counts as UTC. */
export function toLocalTime(atMs: number, timezone: string): LocalTime {
  const minute = Math.floor(atMs / 60_000);
  const last = lastTimes.get(timezone);
  if (last?.minute === minute) return last.local;
  const at = toDateTime(atMs, timezone);
  const local = {
    date: at.toFormat('yyyy-MM-dd'),
    time: at.toFormat('HH:mm'),
    weekday: weekdays[at.weekday - 1] ?? 'mon',
  };
  keep(lastTimes, timezone, { minute, local });
  return local;
}

/** Whether the name is a time zone that this machine knows, such as `Europe/Amsterdam`. */
export function isTimezone(name: string): boolean {
  const known = knownZones.get(name);
  if (known !== undefined) return known;
  const valid = name !== '' && IANAZone.isValidZone(name);
  keep(knownZones, name, valid);
  return valid;
}

function keep<T>(kept: Map<string, T>, name: string, value: T): void {
  if (kept.size >= mostKept) kept.clear();
  kept.set(name, value);
}

/** The luxon moment behind `toLocalTime`, for arithmetic within a zone. */
export function toDateTime(atMs: number, timezone: string): DateTime {
  return DateTime.fromMillis(atMs, { zone: isTimezone(timezone) ? timezone : 'utc', locale: 'en' });
}
