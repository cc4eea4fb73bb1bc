import type { TimerName } from '../../../shared/schema/event.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import type { TimerRecord } from '../../store/records.ts';
import type { RuntimeDeps } from '../deps.ts';
import type { Happening } from '../happening.ts';
import { runTurn } from '../turn.ts';

const mostAtOnce = 200;
/** A timer whose turn failed is tried again after this long, so that one of them cannot hold up the rest. */
const patience = 60_000;

/** Rings the timers that are due, in order. A timer's row goes in the same transaction as what it caused. */
export function createTimerRinger(deps: RuntimeDeps): () => Promise<void> {
  const failed = new Map<string, number>();
  const tryRing = async (timer: TimerRecord): Promise<void> => {
    const key = `${timer.conversation}/${timer.name}`;
    if ((failed.get(key) ?? 0) > deps.clock.now()) return;
    failed.delete(key);
    try {
      await ring(deps, timer);
    } catch (error) {
      if (error instanceof HttpProblem) return deps.store.timers.remove(timer.conversation, timer.name);
      failed.set(key, deps.clock.now() + patience);
      deps.log.error({ error, ...timer }, 'A timer could not be rung; it is tried again in a minute.');
    }
  };
  return async () => {
    const timers = await deps.store.timers.due(deps.clock.now(), mostAtOnce);
    for (const timer of timers) await tryRing(timer);
    if (timers.length === mostAtOnce) deps.wake(deps.clock.now());
  };
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
