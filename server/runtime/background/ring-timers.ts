import type { TimerName } from '../../../shared/schema/event.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import { longestHold } from '../../store/holds.ts';
import type { TimerRecord } from '../../store/records.ts';
import { StoreUnavailable } from '../../store/store-unavailable.ts';
import type { RuntimeDeps } from '../deps.ts';
import type { Happening } from '../happening.ts';
import { runTurn } from '../turn.ts';

/** So many are taken at a time, so that other processes find some too, and a stop need not wait for all. */
const mostAtOnce = 500;
/** So many conversations at once: enough to share commits, and few enough to let customers in between. */
const mostConversations = 100;
/** A turn takes milliseconds. After a crash, timers that were taken are free again so soon. */
const leaseMs = 3_000;
const firstPauseMs = 5_000;

/**
 * Rings the timers that are due: one conversation's in order, different conversations at once. A timer's row goes
 * in the same transaction as what it caused, so it rings once, whatever dies.
 * @returns how many were taken.
 */
export function createTimerRinger(deps: RuntimeDeps): () => Promise<number> {
  return async () => {
    const now = deps.clock.now();
    const timers = await deps.store.timers.claim(now, now + leaseMs, mostAtOnce);
    const queues = toQueues(timers).values();
    const ringQueues = async (): Promise<void> => {
      for (const queue of queues) for (const timer of queue) await ringOrKeep(deps, timer);
    };
    await Promise.all(Array.from({ length: mostConversations }, ringQueues));
    if (timers.length === mostAtOnce) deps.wake(deps.clock.now());
    return timers.length;
  };
}

/** Each conversation's own, in order; who waits longest comes first. */
function toQueues(timers: readonly TimerRecord[]): Map<string, TimerRecord[]> {
  const queues = new Map<string, TimerRecord[]>();
  for (const timer of timers) {
    const queue = queues.get(timer.conversation);
    if (queue) queue.push(timer);
    else queues.set(timer.conversation, [timer]);
  }
  return queues;
}

async function ringOrKeep(deps: RuntimeDeps, timer: TimerRecord): Promise<void> {
  const { conversation, name } = timer;
  try {
    await ring(deps, timer);
  } catch (error) {
    await keep(deps, timer, error).catch((fault: unknown) => {
      // Nothing is lost: it is free again when its hold is over. That the database is away is in the log.
      if (!(fault instanceof StoreUnavailable))
        deps.log.warn(
          { error: fault, conversation, name },
          'A timer that could not be rung was not put off.',
        );
    });
  }
}

async function keep(deps: RuntimeDeps, timer: TimerRecord, error: unknown): Promise<void> {
  const { conversation, name, attempts } = timer;
  if (error instanceof HttpProblem && error.status === 404)
    return deps.store.timers.remove(conversation, name);
  // Not the timer's fault.
  if (error instanceof StoreUnavailable) throw error;
  const pause = Math.min(firstPauseMs * 2 ** attempts, longestHold);
  deps.log.error({ error, conversation, name, pause }, 'A timer could not be rung; it is tried again.');
  await deps.store.timers.putOff(timer, deps.clock.now() + pause);
}

async function ring(deps: RuntimeDeps, { conversation, name, due }: TimerRecord): Promise<void> {
  await runTurn(deps, {
    conversation,
    decide: async (loaded) => {
      // A turn that came first may have moved or stopped it.
      const timer = await deps.store.timers.read(conversation, name);
      if (timer?.due !== due) return null;
      const { endedAt, handler } = loaded.conversation;
      const change: Happening['change'] = (writing) => {
        writing.cancelTimers.add(name);
      };
      // Nobody is left whom the bot could ask whether they are still there.
      if (endedAt !== null && handler === 'bot') return { change };
      return { event: { type: 'timer', name: name as TimerName }, change };
    },
  });
}
