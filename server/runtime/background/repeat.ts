import { StoreUnavailable } from '../../store/store-unavailable.ts';
import type { RuntimeDeps } from '../deps.ts';
import type { Alarm } from './alarm.ts';

export interface Repeated {
  /** Waits for the run that is under way; there is none after it. */
  stop(): Promise<void>;
}

/** A round of work; it may answer when there is more to do (milliseconds since 1970). */
export type Task = () => Promise<number | null>;

/**
 * Runs a task again and again, never twice at once: at the latest every so often, when it said itself that
 * there is more to do, and whenever the alarm says. It sleeps by the time that has passed, whatever the clock
 * says meanwhile: a clock that is set back or forward moves nothing by more than `everyMs`.
 */
export function repeat(
  { clock, log }: Pick<RuntimeDeps, 'clock' | 'log'>,
  task: Task,
  everyMs: number,
  alarm?: Alarm,
): Repeated {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let next = Number.POSITIVE_INFINITY;
  let running: Promise<void> | null = null;
  /** Planned while it runs: it may have looked too early. */
  let wanted = Number.POSITIVE_INFINITY;

  const plan = (waitMs: number): void => {
    if (stopped) return;
    const at = performance.now() + Math.max(0, waitMs);
    if (running) wanted = Math.min(wanted, at);
    else if (at < next) {
      clearTimeout(timer);
      next = at;
      timer = setTimeout(run, Math.max(0, waitMs));
    }
  };
  const run = (): void => {
    next = Number.POSITIVE_INFINITY;
    running = task()
      .catch((error: unknown) => {
        // The log says already that the database is away.
        if (!(error instanceof StoreUnavailable))
          log.error({ error }, 'Work in the background failed; it is tried again.');
        return null;
      })
      .then((more) => {
        running = null;
        const left = more === null ? 0 : more - clock.now();
        // What is due and was not done has to wait its turn, or this would never rest.
        const own = left > 0 ? Math.min(left, everyMs) : everyMs;
        const sooner = wanted - performance.now();
        wanted = Number.POSITIVE_INFINITY;
        plan(Math.min(own, sooner));
      });
  };
  // What is further away is found when it is nearer.
  alarm?.listen((at) => plan(Math.min(at - clock.now(), everyMs)));
  plan(0);
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
