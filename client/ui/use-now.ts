import { useSyncExternalStore } from 'react';

/** How often texts like '4 min ago' are made anew, in milliseconds. */
const everyMs = 30_000;

const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

/** The time in epoch milliseconds, fresh every half minute; one clock for all who ask. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, read);
}

function read(): number {
  // Before the first listener, and after a long sleep, the kept time would be old.
  if (timer === undefined) now = Math.max(now, Math.floor(Date.now() / everyMs) * everyMs);
  return now;
}

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, everyMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
