/** Beyond it, the other side's clock is wrong, or nobody there meant it. */
const mostMs = 10 * 60 * 60_000;

/**
 * The header `Retry-After` (RFC 9110, 10.2.3), in seconds or as a date, as milliseconds from now, at most ten
 * hours; null when there is none that can be read.
 */
export function parseRetryAfter(text: string | undefined, now: number): number | null {
  const value = text?.trim() ?? '';
  const waitMs = /^\d+$/.test(value) ? Number(value) * 1000 : toDate(value) - now;
  return Number.isNaN(waitMs) ? null : Math.min(Math.max(0, waitMs), mostMs);
}

/** Dates of HTTP begin with the weekday; everything else that JavaScript would take for a date is none. */
function toDate(value: string): number {
  return /^(mon|tue|wed|thu|fri|sat|sun)/i.test(value) ? Date.parse(value) : Number.NaN;
}
