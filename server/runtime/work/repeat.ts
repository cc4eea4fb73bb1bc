import type { RuntimeDeps } from '../deps.ts';
import type { Alarm } from './alarm.ts';

export interface Repeated {
  /** Waits for the run that is under way; there is none after it. */
  stop(): Promise<void>;
}

/** Runs a task again and again, at the latest every so often and whenever the alarm says, never twice at once. */
export function repeat(
  { clock, log }: Pick<RuntimeDeps, 'clock' | 'log'>,
  task: () => Promise<void>,
  everyMs: number,
  alarm?: Alarm,
): Repeated {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let next = Number.POSITIVE_INFINITY;
  let running: Promise<void> | null = null;
  /** Planned while it runs: it may have looked too early. */
  let wanted = Number.POSITIVE_INFINITY;

  const plan = (at: number): void => {
    if (stopped) return;
    if (running) wanted = Math.min(wanted, at);
    else if (at < next) {
      clearTimeout(timer);
      next = at;
      timer = setTimeout(run, Math.max(0, at - clock.now()));
    }
  };
  const run = (): void => {
    next = Number.POSITIVE_INFINITY;
    running = task()
      .catch((error: unknown) => log.error({ error }, 'Work in the background failed; it is tried again.'))
      .finally(() => {
        running = null;
        const at = Math.min(wanted, clock.now() + everyMs);
        wanted = Number.POSITIVE_INFINITY;
        plan(at);
      });
  };
  alarm?.listen(plan);
  plan(clock.now());
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
