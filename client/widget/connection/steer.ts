import { ask, toPath } from './ask.ts';
import { type Connection, update } from './connection.ts';
import { receive, refresh } from './receive.ts';
import { loadBot } from './start.ts';

const typingEvery = 4_000;

/** Leaves the queue. */
export async function cancel(connection: Connection): Promise<void> {
  const { key } = connection;
  const outcome = key && (await ask<'chatCancel'>(connection, toPath(key, '/cancel'), {}));
  if (outcome?.data) receive(connection, key, outcome.data.messages, outcome.data.handler);
}

/** Ends the conversation; it stays on screen until another is begun. */
export async function end(connection: Connection): Promise<void> {
  const { key } = connection;
  const outcome = key && (await ask<'chatEnd'>(connection, toPath(key, '/end'), {}));
  if (!outcome?.data) return;
  receive(connection, key, outcome.data.messages, outcome.data.handler);
  connection.listening?.abort();
  update(connection, { phase: 'ended' });
}

/** Goes on in another of the bot's languages. */
export async function setLanguage(connection: Connection, language: string): Promise<void> {
  const { key } = connection;
  if (!key) return;
  await ask<'chatLanguage'>(connection, toPath(key, '/language'), { language });
  await Promise.all([refresh(connection), loadBot(connection, language)]);
}

/** A person sees that the customer types, a bot does not care. Told every few seconds at most. */
export function tellTyping(connection: Connection): void {
  const { key, state, toldTyping, tools } = connection;
  if (!key || state.handler === 'bot' || toldTyping) return;
  connection.toldTyping = true;
  void ask<'chatTyping'>(connection, toPath(key, '/typing'), {});
  void tools.wait(typingEvery).then(() => {
    connection.toldTyping = false;
  });
}

/** Puts the newest finished conversation that is not shown yet before the others. */
export async function showEarlier(connection: Connection): Promise<void> {
  const past = connection.memory.read().past ?? [];
  const { earlier, earlierLeft } = connection.state;
  const key = past[past.length - earlierLeft];
  if (!key) return;
  const { data, status } = await ask<'chatMessages'>(
    connection,
    toPath(key, '/messages'),
    undefined,
    key.token,
  );
  if (status === 0) return;
  update(connection, { earlier: [...(data?.messages ?? []), ...earlier], earlierLeft: earlierLeft - 1 });
}
