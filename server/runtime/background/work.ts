import { setTimeout } from 'node:timers/promises';
import type { RuntimeDeps } from '../deps.ts';
import type { Alarm } from './alarm.ts';
import { cleanUp } from './clean-up.ts';
import { repeat, type Task } from './repeat.ts';
import { createTimerRinger } from './ring-timers.ts';
import { createOutboxSender } from './send-outbox.ts';
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
const patienceMs = 5_000;

/** `alarm` is where `wake` calls of the runtime arrive. */
export function createWork(deps: RuntimeDeps, alarm: Alarm): Work {
  const ringTimers = createTimerRinger(deps);
  const watchPeople = createPeopleWatch(deps);
  const outbox = createOutboxSender(deps);
  return {
    runDue: async () => {
      await watchPeople();
      for (let round = 0; round < mostRounds; round += 1) {
        const begun = (await ringTimers()) + (await outbox.start());
        await outbox.idle();
        if (begun === 0) break;
      }
      await cleanUp(deps);
    },
    start: () => {
      const tasks = [
        repeat(deps, then(ringTimers, deps.store.timers.nextDue, deps), lookEveryMs, alarm),
        repeat(deps, then(outbox.start, deps.store.outbox.nextDue, deps), lookEveryMs, alarm),
        repeat(deps, then(watchPeople, never, deps), watchEveryMs),
        repeat(
          deps,
          then(() => cleanUp(deps), never, deps),
          cleanEveryMs,
        ),
      ];
      return {
        stop: async () => {
          await Promise.all(tasks.map((task) => task.stop()));
          // What takes longer is taken up again at the next start.
          await Promise.race([outbox.idle(), setTimeout(patienceMs, undefined, { ref: false })]);
        },
      };
    },
  };
}

const never = async () => null;

function then(
  work: () => Promise<unknown>,
  nextDue: (now: number) => Promise<number | null>,
  { clock }: RuntimeDeps,
): Task {
  return async () => {
    await work();
    return nextDue(clock.now());
  };
}
