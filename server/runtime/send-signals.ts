import type { TurnCommit } from '../store/store.ts';
import type { RuntimeDeps } from './deps.ts';
import type { Writing } from './writing.ts';

/** Tells live readers and the work loop what a committed turn has changed. */
export function sendSignals(
  { signals, wake, desk }: RuntimeDeps,
  writing: Writing,
  commit: TurnCommit,
): void {
  if (touchesDesk(writing)) desk.forget();
  const { conversation } = commit;
  const { id, department, lastNumber, lastCustomerNumber, changedAt, bot, state } = conversation;
  signals.send({
    type: 'conversation',
    conversation: id,
    number: lastNumber,
    departments: [department, writing.before.department],
    begun: lastCustomerNumber > 0,
    at: changedAt,
  });
  if (writing.queue.changed) signals.send({ type: 'queue', bot });
  if (conversation.handler === 'bot' && state.open !== null && state.open.for !== 'answer') {
    signals.send({ type: 'typing', conversation: id, from: 'bot', department });
  }
  const due = [
    ...commit.timers.set.map((timer) => timer.due),
    ...commit.outbox.map((item) => item.nextAt ?? Infinity),
  ];
  if (due.length > 0) wake(Math.min(...due));
}

/** Whether who waits, or who is busy with whom, is another now. One who has not said anything does not count. */
function touchesDesk({ before, conversation, queue }: Writing): boolean {
  if (queue.changed || before.handler !== conversation.handler) return true;
  const begins = before.lastCustomerNumber === 0 && conversation.lastCustomerNumber > 0;
  return conversation.handler !== 'bot' && (begins || before.agent !== conversation.agent);
}
