/** What counting a call came to. */
export interface Counted {
  readonly refused: boolean;
  readonly remaining: number;
  /** Whole seconds until the window ends. */
  readonly seconds: number;
}

export interface Limiter {
  /** Counts a call of `key` and says whether it is one too many. */
  take(key: string): Counted;
  /** Takes back a call that was counted. */
  giveBack(key: string): void;
}

interface Window {
  count: number;
  until: number;
}

/**
 * Counts calls in windows that begin with a key's first call. `now` only ever goes forward, in milliseconds. A
 * key that was quiet is forgotten after two windows at the latest, and no timer runs for that.
 */
export function createLimiter(calls: number, windowMs: number, now: () => number): Limiter {
  let fresh = new Map<string, Window>();
  let stale = new Map<string, Window>();
  let turnAt = now() + windowMs;
  const turn = (at: number): void => {
    if (at < turnAt) return;
    stale = at < turnAt + windowMs ? fresh : new Map();
    fresh = new Map();
    turnAt = at + windowMs;
  };
  const find = (key: string, at: number): Window => {
    const known = fresh.get(key) ?? stale.get(key);
    const window = known && known.until > at ? known : { count: 0, until: at + windowMs };
    fresh.set(key, window);
    return window;
  };
  return {
    take: (key) => {
      const at = now();
      turn(at);
      const window = find(key, at);
      window.count += 1;
      return {
        refused: window.count > calls,
        remaining: Math.max(calls - window.count, 0),
        seconds: Math.ceil((window.until - at) / 1000),
      };
    },
    giveBack: (key) => {
      const window = fresh.get(key) ?? stale.get(key);
      if (window && window.count > 0) window.count -= 1;
    },
  };
}
