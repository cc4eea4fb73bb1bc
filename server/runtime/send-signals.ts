import type { TurnCommit } from '../store/store.ts';
import type { RuntimeDeps } from './deps.ts';
import type { Writing } from './writing.ts';

/** Tells live readers and the work loop what a committed turn has changed. */
export function sendSignals({ signals, wake }: RuntimeDeps, writing: Writing, commit: TurnCommit): void {
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
