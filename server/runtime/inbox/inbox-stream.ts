import type { InboxEvent } from '../../../shared/api/inbox-conversation.ts';
import type { Caller, EventSink } from '../../services.ts';
import type { RuntimeDeps } from '../deps.ts';
import type { Signal } from '../signals.ts';
import { isVisible, toDepartments } from './access.ts';

/** Clocks of several processes differ a little; a hint too many costs one read. */
const overlapMs = 2_000;
const mostMissed = 500;

/**
 * Sends hints of what changed; each carries the time of the change as its cursor. A reader who was away gets
 * the hints missed, or `reset` when there are too many.
 */
export async function followInbox(
  deps: RuntimeDeps,
  caller: Caller,
  sink: EventSink<InboxEvent>,
): Promise<void> {
  const departments = toDepartments(caller);
  deps.signals.listen(sink.gone, (signal) => sendHint(signal, departments, sink));
  if (sink.lastEventId === null) return;
  const since = /^\d{1,15}$/.test(sink.lastEventId) ? Number(sink.lastEventId) : null;
  const missed = since === null ? [] : await deps.store.inbox.changedSince(since - overlapMs, mostMissed + 1);
  if (since === null || missed.length > mostMissed) {
    sink.send({ event: 'reset', data: {} }, deps.clock.now());
    return;
  }
  for (const { id, number, department, changedAt } of missed) {
    if (!isVisible(departments, department)) continue;
    sink.send({ event: 'conversation', data: { conversation: id, number } }, changedAt);
  }
}

function sendHint(signal: Signal, departments: readonly string[] | null, sink: EventSink<InboxEvent>): void {
  if (signal.type === 'conversation') {
    const { conversation, number, begun, at } = signal;
    if (begun && signal.departments.some((department) => isVisible(departments, department))) {
      sink.send({ event: 'conversation', data: { conversation, number } }, at);
    }
  } else if (signal.type === 'typing') {
    const { conversation, department, from } = signal;
    if (from === 'customer' && isVisible(departments, department)) {
      sink.send({ event: 'typing', data: { conversation } });
    }
  } else if (signal.type === 'status') {
    sink.send({ event: 'status', data: { agent: signal.agent, status: signal.status } });
  }
}
