import type { DateTime } from 'luxon';
import { toDateTime, type Weekday, weekdays } from './local-time.ts';

/** Pairs of local `HH:MM` times, from (inclusive) to (exclusive); `24:00` ends a day. */
export type Intervals = readonly (readonly [string, string])[];

/** A week of opening times in a zone; an exception replaces its whole date. A day left out is closed. */
export type OpeningHours = {
  readonly timezone: string;
  readonly week: { readonly [day in Weekday]?: Intervals | undefined };
  readonly exceptions?: readonly { readonly date: string; readonly open: Intervals }[] | undefined;
};

export type Opening = { readonly open: boolean; readonly changesAt: number | null };

const daysAhead = 14;
const dayMinutes = 24 * 60;
/** Until the next change the answer stays the same, and each message asks for it. */
const lastLooks = new WeakMap<OpeningHours, { from: number; until: number; opening: Opening }>();

/**
 * Whether the hours are open at a moment, and when (ms since 1970) that changes next, or null when it
 * does not within 14 days. Open means that the clock on the wall shows a time inside an interval, so
 * on the days of a clock change the wall clock counts, not the hours gone by.
 */
export function isOpen(hours: OpeningHours, atMs: number): Opening {
  const last = lastLooks.get(hours);
  if (last && atMs >= last.from && atMs < last.until) return last.opening;
  const opening = lookUp(hours, atMs);
  // A week that does not change in itself never does, unless an exception comes.
  const forever = (hours.exceptions?.length ?? 0) === 0 ? Number.POSITIVE_INFINITY : atMs;
  lastLooks.set(hours, { from: atMs, until: opening.changesAt ?? forever, opening });
  return opening;
}

function lookUp(hours: OpeningHours, atMs: number): Opening {
  const now = toDateTime(atMs, hours.timezone);
  const open = isOpenOn(hours, now);
  if (!hasAnyInterval(hours)) return { open, changesAt: null };
  const limit = now.plus({ days: daysAhead }).toMillis();
  for (let day = 0; day <= daysAhead; day += 1) {
    const start = now.startOf('day').plus({ days: day });
    const change = toMomentsOfChange(hours, start).find(
      (ms) => ms > atMs && isOpenOn(hours, toDateTime(ms, hours.timezone)) !== open,
    );
    if (change !== undefined) return { open, changesAt: change > limit ? null : change };
  }
  return { open, changesAt: null };
}

function hasAnyInterval(hours: OpeningHours): boolean {
  return (
    weekdays.some((day) => (hours.week[day]?.length ?? 0) > 0) ||
    (hours.exceptions ?? []).some(({ open }) => open.length > 0)
  );
}

function toIntervals(hours: OpeningHours, day: DateTime): Intervals {
  const date = day.toFormat('yyyy-MM-dd');
  const exception = hours.exceptions?.find((entry) => entry.date === date);
  return exception?.open ?? hours.week[weekdays[day.weekday - 1] ?? 'mon'] ?? [];
}

function isOpenOn(hours: OpeningHours, at: DateTime): boolean {
  const minute = at.hour * 60 + at.minute;
  return toIntervals(hours, at).some(([from, to]) => minute >= toMinutes(from) && minute < toMinutes(to));
}

function toMinutes(time: string): number {
  const [hour = '0', minute = '0'] = time.split(':');
  return Number(hour) * 60 + Number(minute);
}

/** Every moment of a local day at which the state may turn, in order: ends of intervals, midnight, clock changes. */
function toMomentsOfChange(hours: OpeningHours, start: DateTime): number[] {
  const moments = new Set([start.toMillis(), ...toClockChange(start)]);
  for (const interval of toIntervals(hours, start)) {
    for (const time of interval) {
      for (const ms of toMoments(start, toMinutes(time))) moments.add(ms);
    }
  }
  return [...moments].sort((a, b) => a - b);
}

/** A time that the clock shows twice has two moments; one that it skips is covered by the clock change. */
function toMoments(start: DateTime, minutes: number): number[] {
  if (minutes >= dayMinutes) return [start.plus({ days: 1 }).startOf('day').toMillis()];
  const local = start.set({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
  return local.getPossibleOffsets().map((moment) => moment.toMillis());
}

/** The moment of the clock change on that day, if it has one, to the minute. */
function toClockChange(start: DateTime): number[] {
  const end = start.plus({ days: 1 });
  if (end.offset === start.offset) return [];
  let low = start.toMillis() / 60_000;
  let high = end.toMillis() / 60_000;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (start.zone.offset(middle * 60_000) === start.offset) low = middle;
    else high = middle;
  }
  return [high * 60_000];
}
