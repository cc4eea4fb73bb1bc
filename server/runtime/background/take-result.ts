import type { Event } from '../../../shared/schema/event.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import type { Fault, OutboxRecord } from '../../store/records.ts';
import type { RuntimeDeps } from '../deps.ts';
import { runTurn } from '../turn.ts';
import type { Attempt } from './attempt.ts';

/** Gives a result to the conversation that waits for it; the row is settled in the same transaction. */
export async function takeResult(
  deps: RuntimeDeps,
  item: OutboxRecord,
  error: Fault | null,
  event: Extract<Event, { type: 'http-result' | 'ticket-result' }>,
): Promise<Attempt> {
  try {
    await runTurn(deps, {
      conversation: item.conversation ?? '',
      decide: async () => {
        const kept = await deps.store.outbox.read(item.id);
        if (kept?.status !== 'waiting') return null;
        return { event, finished: { id: item.id, status: error === null ? 'done' : 'failed', error } };
      },
    });
    return { type: 'settled' };
  } catch (problem) {
    // The conversation was deleted meanwhile.
    if (problem instanceof HttpProblem) return { type: 'done' };
    throw problem;
  }
}
