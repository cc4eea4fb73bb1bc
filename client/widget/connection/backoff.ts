const first = 1_000;
const longest = 30_000;

/**
 * Milliseconds to wait before the next try, after so many failures in a row: doubling up to half a
 * minute, of which a half is chance, so that customers do not all return in the same second.
 */
export function computeDelay(failures: number, random: number): number {
  const full = Math.min(longest, first * 2 ** Math.max(0, failures - 1));
  return Math.round(full / 2 + (full / 2) * random);
}

/** Whether the same call may succeed later: no answer at all (0), too early, too many, or the server's own fault. */
export function isPassing(status: number): boolean {
  return status === 0 || status === 408 || status === 425 || status === 429 || status >= 500;
}

/** Whether the conversation cannot be found by its token any more. */
export function isGone(status: number): boolean {
  return status === 401 || status === 404;
}
