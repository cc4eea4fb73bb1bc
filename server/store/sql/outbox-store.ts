import type { Kysely } from 'kysely';
import type { OutboxStore } from '../store.ts';
import { parseCursor, toCursor } from './cursor.ts';
import { toJsonOrNull } from './json.ts';
import { fromOutboxRow, toOutboxRow } from './rows.ts';
import type { Tables } from './tables.ts';

/** Outgoing work, as rows. */
export function createOutboxStore(db: Kysely<Tables>): OutboxStore {
  return {
    add: async (item) => {
      await db.insertInto('outbox').values(toOutboxRow(item)).execute();
    },
    read: async (id) => {
      const row = await db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? fromOutboxRow(row) : null;
    },
    list: (filter) => list(db, filter),
    ...createDue(db),
    ...createAttempts(db),
  };
}

function createDue(db: Kysely<Tables>): Pick<OutboxStore, 'due' | 'nextDue'> {
  return {
    due: async (now, limit) => {
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .where('status', '=', 'waiting')
        .where('next_at', '<=', now)
        .orderBy('next_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(fromOutboxRow);
    },
    nextDue: async () => {
      const row = await db
        .selectFrom('outbox')
        .select('next_at')
        .where('status', '=', 'waiting')
        .where('next_at', 'is not', null)
        .orderBy('next_at')
        .limit(1)
        .executeTakeFirst();
      return row?.next_at ?? null;
    },
  };
}

function createAttempts(db: Kysely<Tables>): Pick<OutboxStore, 'claim' | 'settle' | 'retry'> {
  return {
    claim: async (id, attempts, until) => {
      const { numUpdatedRows } = await db
        .updateTable('outbox')
        .set({ attempts: attempts + 1, next_at: until })
        .where('id', '=', id)
        .where('status', '=', 'waiting')
        .where('attempts', '=', attempts)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    settle: async (id, { status, nextAt, error }) => {
      await db
        .updateTable('outbox')
        .set({ status, next_at: nextAt, error: toJsonOrNull(error) })
        .where('id', '=', id)
        .where('status', '=', 'waiting')
        .execute();
    },
    retry: async (id, now) => {
      await db
        .updateTable('outbox')
        .set({ status: 'waiting', next_at: now, attempts: 0 })
        .where('id', '=', id)
        .where('status', '=', 'failed')
        .execute();
    },
  };
}

async function list(db: Kysely<Tables>, filter: Parameters<OutboxStore['list']>[0]) {
  let query = db
    .selectFrom('outbox')
    .selectAll()
    .where('kind', '!=', 'http')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit + 1);
  if (filter.status !== null) query = query.where('status', '=', filter.status);
  const from = parseCursor(filter.cursor);
  if (from) {
    query = query.where((or) =>
      or.or([
        or('created_at', '<', from.value),
        or.and([or('created_at', '=', from.value), or('id', '<', from.id)]),
      ]),
    );
  }
  const rows = await query.execute();
  const items = rows.slice(0, filter.limit).map(fromOutboxRow);
  const last = items.at(-1);
  return { items, cursor: rows.length > filter.limit && last ? toCursor(last.createdAt, last.id) : null };
}
