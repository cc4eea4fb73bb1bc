import type { RuntimeDeps } from '../deps.ts';
import { cleanUp } from './clean-up.ts';
import { createTimerRinger } from './ring-timers.ts';
import { sendOutbox } from './send-outbox.ts';
import { createPeopleWatch } from './watch-people.ts';

/** What happens without anybody calling. */
export interface Work {
  /** Carries out everything that is due at the clock's time, and what falls due by it; for tests. */
  runDue(): Promise<void>;
  /** Goes on by itself until `stop` is called, which waits for what is under way. */
  start(): { stop: () => Promise<void> };
}

const watchEveryMs = 5_000;
const cleanEveryMs = 60 * 60_000;
/** Other processes set timers too, so nothing sleeps for longer. */
const lookEveryMs = 1_000;
const mostRounds = 20;

/** `alarm` is where `wake` calls of the runtime arrive. */
export function createWork(deps: RuntimeDeps, alarm: Alarm): Work {
  const ringTimers = createTimerRinger(deps);
  const watchPeople = createPeopleWatch(deps);
  return {
    runDue: async () => {
      await watchPeople();
      for (let round = 0; round < mostRounds && (await hasDue(deps)); round += 1) {
        await ringTimers();
        await sendOutbox(deps);
      }
      await cleanUp(deps);
    },
    start: () => {
      const tasks = [
        repeat(deps, ringTimers, lookEveryMs, alarm),
        repeat(deps, () => sendOutbox(deps), lookEveryMs, alarm),
        repeat(deps, watchPeople, watchEveryMs),
        repeat(deps, () => cleanUp(deps), cleanEveryMs),
      ];
      return {
        stop: async () => {
          await Promise.all(tasks.map((task) => task.stop()));
        },
      };
    },
  };
}

async function hasDue({ store, clock }: RuntimeDeps): Promise<boolean> {
  const times = [await store.timers.nextDue(), await store.outbox.nextDue()];
  return times.some((time) => time !== null && time <= clock.now());
}

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

/** Runs a task again and again, at the latest every so often, never twice at once. */
function repeat(deps: RuntimeDeps, task: () => Promise<void>, everyMs: number, alarm?: Alarm) {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let next = 0;
  let running: Promise<void> = Promise.resolve();
  let busy = false;
  const plan = (at: number): void => {
    if (stopped || (timer && at >= next)) return;
    clearTimeout(timer);
    next = at;
    timer = setTimeout(run, Math.max(0, at - deps.clock.now()));
  };
  const run = (): void => {
    timer = undefined;
    if (busy) return;
    busy = true;
    running = task()
      .catch((error: unknown) =>
        deps.log.error({ error }, 'Work in the background failed; it is tried again.'),
      )
      .finally(() => {
        busy = false;
        if (!timer) plan(deps.clock.now() + everyMs);
      });
  };
  alarm?.listen(plan);
  plan(deps.clock.now() + Math.min(everyMs, lookEveryMs));
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
