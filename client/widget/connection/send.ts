import type { SendBody } from '../../../shared/api/chat.ts';
import { ask, toPath } from './ask.ts';
import { computeDelay, isGone, isPassing } from './backoff.ts';
import type { Pending } from './chat-state.ts';
import { type Connection, changePending, nap, update } from './connection.ts';
import { over, receive, refresh } from './receive.ts';
import { toLastNumber } from './transcript.ts';

/** What is sent, before it gets its id. */
export type Saying = Omit<SendBody, 'id'>;

/** Sends now or, without a connection, later; `label` is shown until it is confirmed. */
export function say(connection: Connection, saying: Saying, label: string): void {
  const { tools } = connection;
  const body = { ...saying, id: tools.uuid() };
  const at = tools.now();
  const { message, value } = saying.feedback ?? saying.rating ?? {};
  if (message && value !== undefined)
    update(connection, { given: { ...connection.state.given, [message]: value } });
  connection.memory.write({ spoke: true });
  changePending(connection, (items) => [...items, { body, label, at }]);
  void flush(connection);
}

/** Sends a refused item once more. */
export function sayAgain(connection: Connection, id: string): void {
  refuse(connection, id, undefined);
  void flush(connection);
}

/** Forgets a message that still waits to be sent. */
export function discard(connection: Connection, id: string): void {
  changePending(connection, (items) => items.filter((item) => item.body.id !== id));
}

/** Marks a waiting message with what the server said against it; without that it may be sent again. */
export function refuse(connection: Connection, id: string, refusal: string | undefined): void {
  edit(connection, id, { refusal });
}

function edit(connection: Connection, id: string, change: Partial<Pending>): void {
  changePending(connection, (items) =>
    items.map((item) => (item.body.id === id ? { ...item, ...change } : item)),
  );
}

/** Sends what waits, one after the other, each until the server has confirmed or refused it. */
export async function flush(connection: Connection): Promise<void> {
  if (connection.sending) return;
  connection.sending = true;
  let failures = 0;
  for (;;) {
    const { key, state, tools } = connection;
    const item = state.pending.find(({ uploading, refusal }) => !uploading && refusal === undefined);
    if (!key || !item) break;
    const { id } = item.body;
    if (item.after === undefined) edit(connection, id, { after: toLastNumber(state.messages) });
    const { data, status, detail, after } = await ask<'chatSend'>(
      connection,
      toPath(key, '/messages'),
      item.body,
    );
    failures += 1;
    if (key !== connection.key) continue;
    if (!data && isPassing(status)) {
      await nap(connection, Math.max(after, computeDelay(failures, tools.random())));
      continue;
    }
    failures = 0;
    if (data) {
      discard(connection, id);
      receive(connection, key, data.messages, data.handler);
    } else if (isGone(status) || (status === 409 && (await refresh(connection)) === over))
      connection.lost?.();
    else refuse(connection, id, detail);
  }
  connection.sending = false;
}
