import { DateTime } from 'luxon';
import { toDateTime } from '../../../shared/lib/local-time.ts';

/** The moment (ms since 1970) at which a zone's clock shows `YYYY-MM-DD` and `HH:MM`; null for half a date. */
export function toMoment(date: string, time: string, timezone: string): number | null {
  const moment = DateTime.fromISO(`${date}T${time}`, { zone: timezone });
  return date !== '' && time !== '' && moment.isValid ? moment.toMillis() : null;
}

/** Sunday evening at ten, this week's or, when that is over, the next one's. */
export function toNextEvening(now: number, timezone: string): number {
  const local = toDateTime(now, timezone);
  const sunday = local
    .plus({ days: 7 - local.weekday })
    .set({ hour: 22, minute: 0, second: 0, millisecond: 0 });
  return (sunday.toMillis() < now ? sunday.plus({ days: 7 }) : sunday).toMillis();
}
