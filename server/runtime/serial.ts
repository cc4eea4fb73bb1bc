/** Runs work of one key strictly one after the other; different keys do not wait for each other. */
export interface Serial {
  run<Result>(key: string, work: () => Promise<Result>): Promise<Result>;
  /** Resolves when no work is left. */
  idle(): Promise<void>;
}

export function createSerial(): Serial {
  const newest = new Map<string, Promise<unknown>>();
  return {
    run: (key, work) => {
      const before = newest.get(key);
      const result = before ? before.then(work, work) : work();
      const leave = (): void => {
        if (newest.get(key) === result) newest.delete(key);
      };
      newest.set(key, result);
      result.then(leave, leave);
      return result;
    },
    idle: async () => {
      while (newest.size > 0) await Promise.allSettled(newest.values());
    },
  };
}
