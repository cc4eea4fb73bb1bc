import { ask, type Outcome } from './ask.ts';
import { computeDelay, isPassing } from './backoff.ts';
import { emptyConversation } from './chat-state.ts';
import { type Connection, nap, update } from './connection.ts';
import { listen } from './listen.ts';
import type { Key } from './memory.ts';
import { catchUp, receive, refresh } from './receive.ts';
import { flush } from './send.ts';

const pastKept = 5;
/** Milliseconds until the next try at least, or undefined when there is nothing more to try. */
type Step = number | undefined;

/** Resumes the running conversation or opens one; tries until the server answers. */
export function start(connection: Connection, mayOpen = true): Promise<void> {
  connection.lost = () => void restart(connection);
  connection.starting ??= tryUntilStarted(connection, mayOpen).finally(() => {
    connection.starting = undefined;
  });
  return connection.starting;
}

/** For a page just loaded: resumes only where the customer spoke before, or something waits to be sent. */
export async function resume(connection: Connection): Promise<void> {
  const { key, spoke, outbox = [] } = connection.memory.read();
  if (outbox.length > 0 || (key && spoke)) await start(connection, outbox.length > 0);
}

/** Leaves the conversation behind, readable, and opens a new one. */
export function restart(connection: Connection): Promise<void> {
  retire(connection);
  return start(connection);
}

/** What a window shows of a bot, in a language. */
export async function loadBot(connection: Connection, language = '') {
  const path = `/api/chat/${connection.bot}?language=${language}` as const;
  const outcome = await ask<'chatBot'>(connection, language ? path : `/api/chat/${connection.bot}`);
  if (outcome.data) update(connection, { bot: outcome.data.bot });
  return outcome;
}

async function tryUntilStarted(connection: Connection, mayOpen: boolean): Promise<void> {
  const { phase } = connection.state;
  if (phase === 'open' || phase === 'ended') return;
  update(connection, { phase: 'loading' });
  for (let failures = 1; ; failures += 1) {
    const after = await tryStart(connection, mayOpen);
    if (after === undefined) return;
    await nap(connection, Math.max(after, computeDelay(failures, connection.tools.random())));
  }
}

async function tryStart(connection: Connection, mayOpen: boolean): Promise<Step> {
  if (!connection.state.bot) {
    const bot = await loadBot(connection, connection.language);
    if (!bot.data) return giveUp(connection, bot);
  }
  const { key } = connection.memory.read();
  if (key) {
    connection.key = key;
    const status = await refresh(connection);
    if (isPassing(status)) return 0;
    if (status === 200) return (await catchUp(connection)) ? goOn(connection, key) : 0;
    retire(connection);
  }
  if (mayOpen) return open(connection);
  update(connection, { phase: 'resting' });
  return undefined;
}

async function open(connection: Connection): Promise<Step> {
  const { memory, contact, page, language, bot, tools } = connection;
  const { openId: id = tools.uuid(), past = [] } = memory.read();
  memory.write({ openId: id });
  const body = { id, page, contact, ...(language && { language }) };
  // The token of the last conversation tells that this is the same customer.
  const path = `/api/chat/${bot}/conversations` as const;
  const outcome = await ask<'chatOpen'>(connection, path, body, past[0]?.token);
  if (!outcome.data) return giveUp(connection, outcome);
  const { conversation, messages } = outcome.data;
  const key = { id: conversation.id, token: conversation.token };
  memory.write({ key, openId: undefined });
  connection.key = key;
  update(connection, { language: conversation.language });
  receive(connection, key, messages, conversation.handler);
  return goOn(connection, key);
}

function goOn(connection: Connection, key: Key): Step {
  update(connection, { phase: 'open' });
  void listen(connection, key);
  void flush(connection);
  return undefined;
}

/** What passes is tried again; of what stays, the customer reads why. A wrong claim of the page costs no chat. */
function giveUp(connection: Connection, { status, detail, after }: Outcome<unknown>): Step {
  // Without saying when to come again: no outage, but a bot that is switched off.
  const isOff = status === 503 && detail && after === 0;
  if (isPassing(status) && !isOff) return after;
  if (connection.contact && (status === 400 || status === 422)) {
    connection.contact = undefined;
    connection.memory.write({ openId: undefined });
    return 0;
  }
  update(connection, { phase: 'unavailable', detail });
  return undefined;
}

/**
 * The running conversation becomes a past one. One in which the customer said nothing is forgotten by the server
 * too, so it could not tell any more whose it was.
 */
function retire(connection: Connection): void {
  const { memory } = connection;
  const { key, spoke, past = [] } = memory.read();
  const all = (key && spoke ? [key, ...past.filter((old) => old.id !== key.id)] : past).slice(0, pastKept);
  memory.write({ key: undefined, openId: undefined, read: 0, spoke: false, past: all });
  connection.listening?.abort();
  connection.key = undefined;
  update(connection, { ...emptyConversation, phase: 'loading', earlierLeft: all.length });
}
