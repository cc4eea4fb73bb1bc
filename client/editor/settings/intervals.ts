type Interval = [string, string];

/** Hours to begin a new line with: office hours, or what comes after the last line of the day. */
export function toNextInterval(intervals: readonly Interval[]): Interval {
  const last = intervals.at(-1)?.[1];
  if (last === undefined) return ['09:00', '17:00'];
  const hour = Number(last.slice(0, 2));
  if (Number.isNaN(hour) || hour >= 23) return ['23:00', '24:00'];
  return [toClock(hour + 1), toClock(Math.min(24, hour + 5))];
}

function toClock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
