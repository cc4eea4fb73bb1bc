import type { Selectable } from 'kysely';
import type { ContactRecord, ConversationRecord } from '../records.ts';
import type { ConversationStore, TurnCommit } from '../store.ts';
import { fromJson } from './json.ts';
import { createKeptSettings, type KeptSettings } from './kept-settings.ts';
import { createRecall, type Recall } from './recall.ts';
import { fromConversationRow, fromMessageRow, toConversationRow } from './rows.ts';
import type { SqlRunner, SqlValue } from './statement.ts';
import type { ConversationsTable, Tables } from './tables.ts';
import { toTurnStatements } from './turn-statements.ts';

/** What this process last saw of conversations and their contacts. */
export interface Recalled {
  conversations: Recall<ConversationRecord>;
  contacts: Recall<ContactRecord>;
  clear(): void;
}

const conversationBudget = 56_000_000;
const contactBudget = 8_000_000;

/** 64 MB of memories; `maxAgeMs` where other processes write too, 0 where nobody else does. */
export function createRecalled(maxAgeMs: number): Recalled {
  const conversations = createRecall<ConversationRecord>({ budget: conversationBudget, maxAgeMs });
  const contacts = createRecall<ContactRecord>({ budget: contactBudget, maxAgeMs });
  return {
    conversations,
    contacts,
    clear: () => {
      conversations.clear();
      contacts.clear();
    },
  };
}

type HotPath =
  | 'read'
  | 'recall'
  | 'readContact'
  | 'recallContact'
  | 'forget'
  | 'commit'
  | 'messages'
  | 'newestMessages'
  | 'clientCall';

/** What every message of a customer needs, in statements that are prepared once. */
export function createHotPath(runner: SqlRunner, recalled: Recalled): Pick<ConversationStore, HotPath> {
  const { conversations, contacts } = recalled;
  const settings = createKeptSettings();
  const read: ConversationStore['read'] = async (id) => {
    const row = await readRow<Selectable<ConversationsTable>>(runner, conversationSql, [id]);
    if (!row) return null;
    const conversation = fromConversationRow(row);
    conversations.keep(id, conversation, row.state.length);
    return conversation;
  };
  const readContact: ConversationStore['readContact'] = async (id) => {
    const row = await readRow<Selectable<Tables['contacts']>>(runner, contactSql, [id]);
    if (!row) return null;
    const contact = fromContactRow(row);
    contacts.keep(id, contact, row.attributes.length);
    return contact;
  };
  return {
    read,
    readContact,
    recall: async (id) => conversations.get(id) ?? read(id),
    recallContact: async (id) => contacts.get(id) ?? readContact(id),
    forget: (id) => conversations.forget(id),
    commit: (turn) => commit(runner, recalled, settings, turn),
    messages: async (id, after, limit) => {
      const rows = await runner.read(messagesSql, [id, after, limit]);
      return (rows as Selectable<Tables['messages']>[]).map(fromMessageRow);
    },
    newestMessages: async (id, limit) => {
      const rows = await runner.read(newestSql, [id, limit]);
      return (rows as Selectable<Tables['messages']>[]).map(fromMessageRow).reverse();
    },
    clientCall: async (scope, id) => {
      const row = await readRow<Selectable<Tables['client_calls']>>(runner, callSql, [scope, id]);
      return row ? { scope, id, bodyHash: row.body_hash, answer: fromJson(row.answer), at: row.at } : null;
    },
  };
}

const conversationSql = 'select * from conversations where id = ?';
const contactSql = 'select * from contacts where id = ?';
const messagesSql = 'select * from messages where conversation = ? and number > ? order by number limit ?';
const newestSql = 'select * from messages where conversation = ? order by number desc limit ?';
const callSql = 'select * from client_calls where scope = ? and id = ?';

async function readRow<Row>(runner: SqlRunner, sql: string, params: SqlValue[]): Promise<Row | undefined> {
  return (await runner.read(sql, params))[0] as Row | undefined;
}

function fromContactRow(row: Selectable<Tables['contacts']>): ContactRecord {
  const { id, bot, attributes, version, created_at: createdAt } = row;
  return { id, bot, attributes: fromJson(attributes), version, createdAt };
}

async function commit(
  runner: SqlRunner,
  { conversations, contacts }: Recalled,
  settings: KeptSettings,
  turn: TurnCommit,
): Promise<'done' | 'conflict'> {
  const { conversation, contact } = turn;
  const row = toConversationRow(conversation);
  try {
    const result = await runner.write(toTurnStatements(turn, row, settings));
    if (result === 'done') {
      settings.written(turn.events);
      conversations.keep(conversation.id, conversation, row.state.length);
      if (contact) contacts.keep(contact.id, contact, JSON.stringify(contact.attributes).length);
      return result;
    }
  } catch (error) {
    // Whether it was written may be unknown.
    forgetBoth();
    throw error;
  }
  forgetBoth();
  return 'conflict';

  function forgetBoth(): void {
    conversations.forget(conversation.id);
    contacts.forget(conversation.contact);
  }
}
