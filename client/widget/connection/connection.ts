import type { ContactClaim, OpenBody } from '../../../shared/api/chat.ts';
import { type ChatState, emptyConversation, type Pending } from './chat-state.ts';
import { createMemory, type Key, type Memory } from './memory.ts';
import type { Surroundings } from './surroundings.ts';

export interface ConnectionOptions {
  /** The server's address, without a slash at its end. */
  readonly base: string;
  /** Slug or id. */
  readonly bot: string;
  /** Asked for by the page; the server chooses when it is left out. */
  readonly language?: string | undefined;
  readonly page?: OpenBody['page'];
}

/**
 * A customer's side of the conversations with one bot, without any screen. The functions of this
 * folder work on it; only they write to it.
 */
export interface Connection extends ConnectionOptions {
  readonly tools: Surroundings;
  readonly memory: Memory;
  /** Told after each change of `state`. */
  readonly changed: () => void;
  state: ChatState;
  /** The running conversation. */
  key?: Key | undefined;
  contact?: ContactClaim | undefined;
  starting?: Promise<void> | undefined;
  reading?: Promise<boolean> | undefined;
  /** Called when the server does not know the running conversation any more. */
  lost?: () => void;
  listening?: AbortController | undefined;
  sending?: boolean;
  toldTyping?: boolean;
  /** End the waits that are under way. */
  naps: (() => void)[];
}

/** A connection at rest, with what the browser kept of this bot; it asks the server nothing yet. */
export function createConnection(
  options: ConnectionOptions,
  tools: Surroundings,
  changed: () => void,
): Connection {
  const memory = createMemory(tools, options.bot);
  const { past = [], outbox = [] } = memory.read();
  return {
    ...options,
    tools,
    memory,
    changed,
    naps: [],
    state: {
      ...emptyConversation,
      phase: 'resting',
      online: true,
      bot: null,
      language: options.language ?? options.page?.lang ?? '',
      earlierLeft: past.length,
      pending: outbox,
    },
  };
}

/** Changes what is shown, and says so. */
export function update(connection: Connection, change: Partial<ChatState>): void {
  connection.state = { ...connection.state, ...change };
  connection.changed();
}

/**
 * Changes what waits to be sent, here and in the browser's storage, where other tabs keep theirs too; a
 * file on its way up is not kept.
 */
export function changePending(
  connection: Connection,
  edit: (items: readonly Pending[]) => readonly Pending[],
): void {
  const { memory, state } = connection;
  const kept = edit(memory.read().outbox ?? []);
  memory.write({ outbox: kept.filter((item) => !item.uploading) });
  update(connection, { pending: edit(state.pending) });
}

/** Waits, but not longer than until `wake`. */
export function nap(connection: Connection, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    connection.naps.push(resolve);
    void connection.tools.wait(milliseconds).then(resolve);
  });
}

/** Ends all waiting: the browser is online again, or the customer looks. */
export function wake(connection: Connection): void {
  for (const end of connection.naps.splice(0)) end();
}
