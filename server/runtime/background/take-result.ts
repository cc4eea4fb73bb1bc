import type { Event } from '../../../shared/schema/event.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import type { Fault, OutboxRecord } from '../../store/records.ts';
import type { RuntimeDeps } from '../deps.ts';
import { runTurn } from '../turn.ts';
import type { Attempt } from './attempt.ts';
import { storePatiently } from './store-patiently.ts';

/** Gives a result to the conversation that waits for it; the row is settled in the same transaction. */
export async function takeResult(
  deps: RuntimeDeps,
  { id, attempts, conversation }: OutboxRecord,
  error: Fault | null,
  event: Extract<Event, { type: 'http-result' | 'ticket-result' }>,
): Promise<Attempt> {
  try {
    await storePatiently(() =>
      runTurn(deps, {
        conversation: conversation ?? '',
        decide: async () => {
          const kept = await deps.store.outbox.read(id);
          // Another attempt is under way, or over: what this one brought comes too late.
          if (kept?.status !== 'waiting' || kept.attempts !== attempts) return null;
          return { event, finished: { id, attempts, status: error === null ? 'done' : 'failed', error } };
        },
      }),
    );
    return { type: 'settled' };
  } catch (problem) {
    // The conversation was deleted meanwhile.
    if (problem instanceof HttpProblem && problem.status === 404) return { type: 'done' };
    throw problem;
  }
}
