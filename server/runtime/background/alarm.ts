/** Tells sleeping tasks when something falls due. */
export interface Alarm {
  wake(at: number): void;
  listen(listener: (at: number) => void): void;
}

export function createAlarm(): Alarm {
  const listeners: ((at: number) => void)[] = [];
  return {
    wake: (at) => {
      for (const listener of listeners) listener(at);
    },
    listen: (listener) => {
      listeners.push(listener);
    },
  };
}
