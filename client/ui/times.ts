const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** When something was, as people say it: relative up to a day, then the date. `now` in epoch milliseconds. */
export function toWhen(instant: string, now: number, language: string): string {
  const at = Date.parse(instant);
  const passed = Math.max(0, now - at);
  const relative = new Intl.RelativeTimeFormat(toLocale(language), { numeric: 'auto', style: 'short' });
  if (passed < minute) return relative.format(0, 'second');
  if (passed < hour) return relative.format(-Math.floor(passed / minute), 'minute');
  if (passed < day) return relative.format(-Math.floor(passed / hour), 'hour');
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(toLocale(language), {
    day: 'numeric',
    month: 'short',
    ...(!sameYear && { year: 'numeric' }),
  }).format(at);
}

/** How long it still takes until something happens: 'now', 'in 5 sec', 'in 4 min', 'in 2 hr'. */
export function toUntil(instant: string, now: number, language: string): string {
  const left = Math.max(0, Date.parse(instant) - now);
  const relative = new Intl.RelativeTimeFormat(toLocale(language), { numeric: 'auto', style: 'short' });
  if (left < minute) return relative.format(Math.ceil(left / 1000), 'second');
  if (left < hour) return relative.format(Math.round(left / minute), 'minute');
  return relative.format(Math.round(left / hour), 'hour');
}

/** How long something has taken so far, in its largest unit and at least a minute: '4 min', '2 hr', '3 days'. */
export function toDuration(since: string, now: number, language: string): string {
  const passed = Math.max(0, now - Date.parse(since));
  const [unit, size] =
    passed < hour
      ? (['minute', minute] as const)
      : passed < day
        ? (['hour', hour] as const)
        : (['day', day] as const);
  return new Intl.NumberFormat(toLocale(language), { style: 'unit', unit, unitDisplay: 'short' }).format(
    Math.max(1, Math.floor(passed / size)),
  );
}

/** The whole date and time, for a hint over a short one. */
export function toDateTime(instant: string, language: string): string {
  return new Intl.DateTimeFormat(toLocale(language), { dateStyle: 'medium', timeStyle: 'short' }).format(
    Date.parse(instant),
  );
}

/** The hour of a message: '14:05'. */
export function toClock(instant: string, language: string): string {
  return new Intl.DateTimeFormat(toLocale(language), { timeStyle: 'short' }).format(Date.parse(instant));
}

/** A day as a heading between messages: 'today', 'yesterday', else the date. */
export function toDay(instant: string, now: number, language: string): string {
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(now) - midnight(Date.parse(instant))) / day);
  if (days === 0 || days === 1)
    return new Intl.RelativeTimeFormat(toLocale(language), { numeric: 'auto' }).format(-days, 'day');
  return new Intl.DateTimeFormat(toLocale(language), { dateStyle: 'long' }).format(Date.parse(instant));
}

/** The reader's own variety of the screen's language (`en-GB`), where the browser names one. */
export function toLocale(language: string): string {
  return navigator.languages.find((own) => own.toLowerCase().split('-')[0] === language) ?? language;
}
