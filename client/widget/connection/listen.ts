import type { ChatEvent } from '../../../shared/api/chat.ts';
import { request, setOnline, toPath } from './ask.ts';
import { computeDelay, isGone } from './backoff.ts';
import { type Connection, nap, update } from './connection.ts';
import { createEventParser, type StreamEvent } from './event-stream.ts';
import type { Key } from './memory.ts';
import { catchUp, receive, refresh, setHandler } from './receive.ts';
import { toLastNumber } from './transcript.ts';

const pollEvery = 4_000;
const silenceAllowed = 60_000;
/** An agent's typing is told again and again, a bot's only when it begins to wait. */
const typingShown = { agent: 8_000, bot: 60_000 };
const triesBeforePolling = 3;
const streamAgainEvery = 10;

/**
 * Hears what is said in the conversation: by its stream, and where none comes through (a proxy that
 * holds it back) by asking every few seconds. Listening again ends the last listening.
 */
export async function listen(connection: Connection, key: Key): Promise<void> {
  connection.listening?.abort();
  const listening = new AbortController();
  connection.listening = listening;
  let unreached = 0;
  let deaf = 0;
  for (;;) {
    const tries = deaf < triesBeforePolling || deaf % streamAgainEvery === 0;
    const heard = tries && (await hear(connection, key, listening.signal));
    if (listening.signal.aborted) return;
    const reached = await catchUp(connection);
    if (listening.signal.aborted) return;
    unreached = reached ? 0 : unreached + 1;
    if (reached) deaf = heard ? 0 : deaf + 1;
    if (reached && deaf > 0) await refresh(connection);
    const delay = reached && deaf > 0 ? pollEvery : computeDelay(unreached, connection.tools.random());
    await nap(connection, delay);
  }
}

/** Reads the stream to its end; whether it brought anything. */
async function hear(connection: Connection, key: Key, signal: AbortSignal): Promise<boolean> {
  try {
    const last = toLastNumber(connection.state.messages);
    const response = await request(connection, toPath(key, '/stream'), {
      token: key.token,
      headers: { Accept: 'text/event-stream', 'Last-Event-ID': `${last}` },
      signal,
    });
    if (isGone(response.status)) connection.lost?.();
    if (!response.ok || !response.body) return false;
    setOnline(connection, true);
    void refresh(connection);
    return await readBody(connection, key, response.body.getReader());
  } catch {
    return false;
  }
}

async function readBody(
  connection: Connection,
  key: Key,
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<boolean> {
  const parse = createEventParser();
  const decoder = new TextDecoder();
  for (let chunks = 0, heard = 0; ; chunks += 1) {
    const now = chunks;
    // A line that died without a word is cut, so that the next one can begin.
    void connection.tools.wait(silenceAllowed).then(() => {
      if (now === heard) reader.cancel().catch(() => {});
    });
    const { value } = await reader.read();
    heard += 1;
    if (!value) return chunks > 0;
    for (const event of parse(decoder.decode(value, { stream: true }))) take(connection, key, event);
  }
}

/** Takes in an event. The server is trusted to keep its own contract; a name of a later version is passed over. */
function take(connection: Connection, key: Key, { event, data }: StreamEvent): void {
  if (key !== connection.key) return;
  const heard = { event, data: JSON.parse(data) } as ChatEvent;
  // The server went back to an older state, so what is shown may never have been said; what was follows.
  if (heard.event === 'reset') update(connection, { messages: [] });
  if (heard.event === 'message') receive(connection, key, [heard.data]);
  if (heard.event === 'handler') setHandler(connection, heard.data.handler, heard.data.agent);
  if (heard.event === 'queue') update(connection, { queue: heard.data });
  if (heard.event === 'typing') void showTyping(connection, { ...heard.data });
}

async function showTyping(
  connection: Connection,
  typing: NonNullable<Connection['state']['typing']>,
): Promise<void> {
  update(connection, { typing });
  await connection.tools.wait(typingShown[typing.from]);
  if (connection.state.typing === typing) update(connection, { typing: null });
}
