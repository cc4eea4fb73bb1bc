/**
 * No hold reaches further than this. One that does was taken before the clock was set back, and counts for
 * nothing: nobody is kept waiting for hours by a moment that is no longer ahead.
 */
export const longestHold = 10 * 60_000;
