const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A moment as people say it: '5 minutes ago' up to a day, then day and time, in the reader's language. */
export function formatTime(instant: string, language: string, nowMs = Date.now()): string {
  const at = new Date(instant);
  const ago = nowMs - at.getTime();
  if (ago >= dayMs || ago < -minuteMs)
    return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return ago < hourMs
    ? relative.format(-Math.floor(ago / minuteMs), 'minute')
    : relative.format(-Math.floor(ago / hourMs), 'hour');
}
