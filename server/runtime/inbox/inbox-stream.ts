import type { InboxEvent } from '../../../shared/api/inbox-conversation.ts';
import type { Caller, EventSink } from '../../services.ts';
import type { RuntimeDeps } from '../deps.ts';
import { isVisible, toDepartments } from './access.ts';

/** Clocks of several processes differ a little; a hint too many costs one read. */
const overlapMs = 2_000;
const mostMissed = 500;

interface Reader {
  readonly sink: EventSink<InboxEvent>;
  readonly departments: readonly string[] | null;
}

export interface InboxStreams {
  /**
   * Sends hints of what changed until the reader is gone; each carries the time of the change as its cursor. A
   * reader who was away gets the hints missed, or `reset` when they cannot be told.
   */
  follow(caller: Caller, sink: EventSink<InboxEvent>): Promise<void>;
}

/** Everybody whose inbox is open on this process. */
export function createInboxStreams(deps: RuntimeDeps): InboxStreams {
  const readers = new Set<Reader>();
  listen(deps, readers);
  return {
    follow: async (caller, sink) => {
      const reader = { sink, departments: toDepartments(caller) };
      readers.add(reader);
      sink.onGone(() => readers.delete(reader));
      if (sink.lastEventId !== null) await sendMissed(deps, reader, sink.lastEventId);
    },
  };
}

function listen({ signals, clock }: RuntimeDeps, readers: ReadonlySet<Reader>): void {
  signals.listenConversation(({ conversation, number, departments, begun, at }) => {
    if (!begun) return;
    const event: InboxEvent = { event: 'conversation', data: { conversation, number } };
    for (const reader of readers) {
      if (departments.some((department) => isVisible(reader.departments, department)))
        reader.sink.send(event, at);
    }
  });
  signals.listenTyping(({ conversation, department, from }) => {
    const event: InboxEvent = { event: 'typing', data: { conversation } };
    for (const reader of from === 'customer' ? readers : []) {
      if (isVisible(reader.departments, department)) reader.sink.send(event);
    }
  });
  signals.listenStatus(({ agent, status }) => {
    const event: InboxEvent = { event: 'status', data: { agent, status } };
    for (const { sink } of readers) sink.send(event);
  });
  signals.listenMissed(() => {
    for (const { sink } of readers) reset(sink, clock.now());
  });
}

async function sendMissed(
  { store, clock }: RuntimeDeps,
  { sink, departments }: Reader,
  cursor: string,
): Promise<void> {
  const now = clock.now();
  const since = /^\d{1,15}$/.test(cursor) ? Number(cursor) : Infinity;
  // A cursor from a later time than ours is none of this database's, or the clock was set back.
  const missed =
    since > now + overlapMs ? null : await store.inbox.changedSince(since - overlapMs, mostMissed + 1);
  if (missed === null || missed.length > mostMissed) return reset(sink, now);
  for (const { id, number, department, changedAt } of missed) {
    if (!isVisible(departments, department)) continue;
    sink.send({ event: 'conversation', data: { conversation: id, number } }, changedAt);
  }
}

function reset(sink: EventSink<InboxEvent>, now: number): void {
  sink.send({ event: 'reset', data: {} }, now);
}
