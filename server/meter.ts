/** How a turn ended: answered, nothing to do, refused (4xx), failed (5xx). */
export type TurnOutcome = 'done' | 'nothing' | 'refused' | 'failed';

export type StreamKind = 'conversation' | 'inbox';

/** What a cache holds now, and how often it was asked since the start. */
export interface CacheUse {
  readonly entries: number;
  readonly bytes: number;
  readonly hits: number;
  readonly misses: number;
}

/** Connections to PostgreSQL: all, those without work, and callers that wait for one. */
export interface PoolUse {
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
}

/**
 * Where the runtime, the store and the HTTP side say what they do; plain numbers, cheap enough for every turn.
 * Times are seconds. What is watched is read only when somebody looks.
 */
export interface Meter {
  turn(seconds: number, outcome: TurnOutcome): void;
  /** A turn lost a race and is computed again. */
  race(): void;
  /** One transaction of turns, with how many of them it wrote. */
  commit(seconds: number, turns: number): void;
  /** A call over HTTP; `route` has `:id`, never an id itself. */
  call(seconds: number, method: string, route: string, status: number): void;
  /** A call was refused with 429; `call` is its name in the contract. */
  limited(call: string): void;
  streamOpened(kind: StreamKind): void;
  streamClosed(kind: StreamKind): void;
  /** The database went away, or its disk does not take what is written. */
  store(fault: 'away' | 'unwritable'): void;
  /** Turns that wait for a commit. */
  watchQueue(waiting: () => number): void;
  watchCache(name: string, read: () => CacheUse): void;
  watchPool(read: () => PoolUse): void;
}

/** For tests and tools: nobody looks. */
export const noMeter: Meter = {
  turn: () => undefined,
  race: () => undefined,
  commit: () => undefined,
  call: () => undefined,
  limited: () => undefined,
  streamOpened: () => undefined,
  streamClosed: () => undefined,
  store: () => undefined,
  watchQueue: () => undefined,
  watchCache: () => undefined,
  watchPool: () => undefined,
};
