import type { Speaker } from '../../../shared/api/fields.ts';
import type { Handler, Message } from '../../../shared/schema/message.ts';
import { ask, toPath } from './ask.ts';
import { type Connection, update } from './connection.ts';
import type { Key } from './memory.ts';
import { mergeMessages, toLastNumber } from './transcript.ts';

const pageSize = 200;
/** The status of a conversation that is known, but takes no more messages. */
export const over = 410;

/** Takes in messages, from wherever they come; those of a conversation that was left are dropped. */
export function receive(
  connection: Connection,
  key: Key | undefined,
  incoming: readonly Message[],
  handler?: Handler,
): void {
  if (!key || key !== connection.key) return;
  const known = connection.state.messages;
  const { messages, gap } = mergeMessages(known, incoming);
  const heard = messages.slice(known.length).some(({ from }) => from.kind !== 'customer');
  if (messages !== known) update(connection, heard ? { messages, typing: null } : { messages });
  // A late answer says who answered then, not who answers now.
  const isNewest = incoming.length === 0 || toLastNumber(incoming) >= toLastNumber(messages);
  if (handler && isNewest) setHandler(connection, handler);
  if (gap) void catchUp(connection);
}

/** Reads everything after the newest known message; false when nobody answered. */
export function catchUp(connection: Connection): Promise<boolean> {
  connection.reading ??= readOn(connection).finally(() => {
    connection.reading = undefined;
  });
  return connection.reading;
}

async function readOn(connection: Connection): Promise<boolean> {
  for (;;) {
    const { key } = connection;
    if (!key) return false;
    const after = toLastNumber(connection.state.messages);
    const { data, status } = await ask<'chatMessages'>(connection, toPath(key, `/messages?after=${after}`));
    if (!data) return status !== 0;
    receive(connection, key, data.messages, data.handler);
    if (data.messages.length < pageSize) return true;
  }
}

/** Asks who answers now. Answers the call's status: 0 when nobody answered, `over` of an ended one. */
export async function refresh(connection: Connection): Promise<number> {
  const { key } = connection;
  if (!key) return 0;
  const { data, status } = await ask<'chatState'>(connection, toPath(key, ''));
  if (!data || key !== connection.key) return status;
  const { handler, agent, queue, language, feedback, ended } = data.conversation;
  const given = { ...connection.state.given, ...feedback };
  update(connection, { handler, agent, queue, language, given });
  return ended ? over : status;
}

/** Somebody else answers now. Who, is asked for where it is not said. */
export function setHandler(connection: Connection, handler: Handler, agent?: Speaker | null): void {
  const { state } = connection;
  const isSame = handler === state.handler;
  const speaker = agent ?? (isSame ? state.agent : null);
  if (isSame && speaker?.name === state.agent?.name) return;
  update(connection, { handler, agent: speaker, queue: null, typing: null });
  if (handler === 'queue' || (handler === 'agent' && !speaker)) void refresh(connection);
}
