import { type Kysely, sql, type Transaction } from 'kysely';
import type { EventRecord } from '../records.ts';
import type { ConversationStore } from '../store.ts';
import { insertCall, removeCalls } from './client-calls.ts';
import { createHotPath, type Recalled } from './hot-path.ts';
import { isPostgres } from './is-postgres.ts';
import { fromJson } from './json.ts';
import { fromFactsJson, toSettingsId } from './kept-settings.ts';
import { removeConversations } from './remove-conversations.ts';
import { fromConversationRow, fromMessageRow } from './rows.ts';
import type { SqlRunner } from './statement.ts';
import type { Tables } from './tables.ts';
import { transact } from './transact.ts';

/** Conversations, their transcripts and their logs. */
export function createConversationStore(
  db: Kysely<Tables>,
  runner: SqlRunner,
  recalled: Recalled,
): ConversationStore {
  return {
    ...createHotPath(runner, recalled),
    ...createTranscript(db),
    events: (id, after, limit) => readEvents(db, id, after, limit),
    page: async (after, limit) => {
      const rows = await db
        .selectFrom('conversations')
        .selectAll()
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(fromConversationRow);
    },
    observations: async (id, whats) => {
      const rows = await db
        .selectFrom('observations')
        .selectAll()
        .where('conversation', '=', id)
        .where('what', 'in', whats)
        .orderBy('number')
        .execute();
      return rows.map(({ number: _, data, ...row }) => ({ ...row, data: fromJson(data) }));
    },
    removeUnbegun: async (before) => {
      const removed = await removeUnbegun(db, before);
      if (removed > 0) recalled.clear();
      return removed;
    },
    keepCall: async (call) => {
      await insertCall(db, call);
    },
    removeClientCalls: (before) => removeCalls(db, before),
  };
}

type Transcript = 'findMessage' | 'feedback';

function createTranscript(db: Kysely<Tables>): Pick<ConversationStore, Transcript> {
  return {
    findMessage: async (id, message) => {
      // From the newest on: what is asked for is nearly always among the last ones.
      const row = await selectMessages(db, id)
        .where('id', '=', message)
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ? fromMessageRow(row) : null;
    },
    feedback: async (id) => {
      const rows = await db
        .selectFrom('messages')
        .select(['id', 'feedback'])
        .where('conversation', '=', id)
        .where('feedback', 'is not', null)
        .execute();
      return rows.map((row) => ({ message: row.id, value: row.feedback === 'up' ? 'up' : 'down' }));
    },
  };
}

function selectMessages(db: Kysely<Tables>, conversation: string) {
  return db.selectFrom('messages').selectAll().where('conversation', '=', conversation);
}

async function readEvents(db: Kysely<Tables>, id: string, after = 0, limit?: number): Promise<EventRecord[]> {
  const rows = await db
    .selectFrom('events')
    .selectAll()
    .where('conversation', '=', id)
    .where('number', '>', after)
    .orderBy('number')
    .$if(limit !== undefined, (query) => query.limit(limit ?? 0))
    .execute();
  const settings = await readSettings(db, rows);
  return rows.map(({ event, facts, ...row }) => ({
    ...row,
    event: fromJson(event),
    facts: facts === null ? null : fromFactsJson(facts, settings),
  }));
}

/** The kept settings that these events refer to, by id. */
async function readSettings(
  db: Kysely<Tables>,
  rows: readonly { facts: string | null }[],
): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap(({ facts }) => (facts === null ? [] : toSettingsId(facts))))];
  const kept: { id: string; settings: string }[] = [];
  for (let from = 0; from < ids.length; from += mostAtOnce) {
    const some = ids.slice(from, from + mostAtOnce);
    kept.push(...(await db.selectFrom('live_settings').selectAll().where('id', 'in', some).execute()));
  }
  return new Map(kept.map(({ id, settings }) => [id, settings]));
}

const mostAtOnce = 500;

async function removeUnbegun(db: Kysely<Tables>, before: number): Promise<number> {
  // In steps, so that turns come in between.
  for (let removed = 0; ; ) {
    const some = await transact(db, (tx) => removeSomeUnbegun(tx, before));
    removed += some;
    if (some < mostAtOnce) return removed;
  }
}

async function removeSomeUnbegun(tx: Transaction<Tables>, before: number): Promise<number> {
  const rows = await tx
    .selectFrom('conversations')
    .select(['id', 'contact'])
    // As a literal, so that the database sees that its index holds just these.
    .where('last_customer_number', '=', sql.lit(0))
    .where('changed_at', '<', before)
    .limit(mostAtOnce)
    // One that is being written in right now is not removed; in SQLite one transaction runs at a time.
    .$if(isPostgres(tx), (query) => query.forUpdate().skipLocked())
    .execute();
  if (rows.length === 0) return 0;
  await removeConversations(
    tx,
    rows.map((row) => row.id),
  );
  await tx
    .deleteFrom('contacts')
    .where(
      'id',
      'in',
      rows.map((row) => row.contact),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('conversations').select('conversations.id').whereRef('contact', '=', 'contacts.id'),
        ),
      ),
    )
    .execute();
  return rows.length;
}
