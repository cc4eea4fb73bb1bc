import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import { longestHold } from '../holds.ts';
import type { Fault } from '../records.ts';
import type { OutboxStore } from '../store.ts';
import { parseCursor, toCursor } from './cursor.ts';
import { toJson, toJsonOrNull } from './json.ts';
import { fromOutboxRow, toOutboxRow } from './rows.ts';
import { skipLocked } from './skip-locked.ts';
import type { Tables } from './tables.ts';

/** Written into the statements as they are, since indexes on part of the rows are used for nothing else. */
const waiting = sql.lit('waiting');
const failed = sql.lit('failed');
const http = sql.lit('http');

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
    receivers: (now) => readReceivers(db, now),
    claim: (receiver, claim) => claimFor(db, receiver, claim),
    settle: async ({ id, attempts }, { status, nextAt, error }) => {
      const { numUpdatedRows } = await db
        .updateTable('outbox')
        .set({ status, next_at: nextAt, error: toJsonOrNull(error), held_until: 0 })
        .where('id', '=', id)
        .where('status', '=', waiting)
        .where('attempts', '=', attempts)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    nextDue: async (now) => {
      const row = await db
        .selectFrom('outbox')
        .select('next_at')
        .where('status', '=', waiting)
        .where('next_at', '>', now)
        .orderBy('next_at')
        .limit(1)
        .executeTakeFirst();
      return row?.next_at ?? null;
    },
    ...createResending(db),
    backlog: (now) => countOutbox(db, now),
  };
}

/** Due, and in nobody's hands. */
function isFree(now: number) {
  return (row: ExpressionBuilder<Tables, 'outbox'>) =>
    row.and([
      row('status', '=', waiting),
      row('next_at', '<=', now),
      row.or([row('held_until', '<=', now), row('held_until', '>', now + longestHold)]),
    ]);
}

/** Hops from one receiver to the next over the index, however much waits for each. */
async function readReceivers(db: Kysely<Tables>, now: number): Promise<string[]> {
  const rows = await db
    .withRecursive('names(receiver)', (cte) =>
      cte
        .selectFrom('outbox')
        .select((of) => of.fn.min<string | null>('receiver').as('receiver'))
        .where('status', '=', waiting)
        .unionAll(
          cte
            .selectFrom('names')
            .select((of) =>
              of
                .selectFrom('outbox')
                .select((other) => other.fn.min<string | null>('outbox.receiver').as('receiver'))
                .where('outbox.status', '=', waiting)
                .whereRef('outbox.receiver', '>', 'names.receiver')
                .as('receiver'),
            )
            .where('names.receiver', 'is not', null),
        ),
    )
    .selectFrom('names')
    .select('names.receiver')
    .where('names.receiver', 'is not', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('outbox')
          .select('outbox.id')
          .whereRef('outbox.receiver', '=', 'names.receiver')
          .where(isFree(now)),
      ),
    )
    .execute();
  return rows.flatMap(({ receiver }) => receiver ?? []);
}

/** An attempt that its process did not live to settle may have reached its receiver. */
const stopped: Fault = { code: 'stopped', mayHaveArrived: true };

async function claimFor(
  db: Kysely<Tables>,
  receiver: string,
  { now, until, limit, except }: Parameters<OutboxStore['claim']>[1],
): ReturnType<OutboxStore['claim']> {
  const rows = await db
    .with('picked', (cte) => {
      const query = cte
        .selectFrom('outbox')
        .select('id')
        .where('receiver', '=', receiver)
        .where(isFree(now))
        .orderBy('next_at')
        .orderBy('id')
        .limit(limit);
      return skipLocked(db, except.length === 0 ? query : query.where('id', 'not in', except));
    })
    .updateTable('outbox')
    .set((row) => ({
      attempts: row('attempts', '+', 1),
      held_until: until,
      error: row.case().when('held_until', '>', 0).then(toJson(stopped)).else(row.ref('error')).end(),
    }))
    .where('id', 'in', (picked) => picked.selectFrom('picked').select('picked.id'))
    .returningAll()
    .execute();
  return rows
    .map(fromOutboxRow)
    .sort((one, other) => (one.nextAt ?? 0) - (other.nextAt ?? 0) || (one.id < other.id ? -1 : 1));
}

function createResending(db: Kysely<Tables>): Pick<OutboxStore, 'resend' | 'resendAll'> {
  const dead = (now: number) =>
    db
      .updateTable('outbox')
      // Attempts count on, so that one of before cannot be taken for one of now.
      .set((row) => ({ status: 'waiting', next_at: now, held_until: 0, spent: row.ref('attempts') }))
      .where('status', '=', failed)
      .where('kind', '<>', http);
  return {
    resend: async (id, now) => (await dead(now).where('id', '=', id).executeTakeFirst()).numUpdatedRows > 0n,
    resendAll: async (now) => Number((await dead(now).executeTakeFirst()).numUpdatedRows),
  };
}

/** See `backlog` of the store. */
export async function countOutbox(db: Kysely<Tables>, now: number): ReturnType<OutboxStore['backlog']> {
  const [live, dead] = await Promise.all([
    db
      .selectFrom('outbox')
      .select([
        sql<number>`count(*)`.as('waiting'),
        sql<number>`count(case when next_at <= ${now} then 1 end)`.as('overdue'),
      ])
      .where('status', '=', waiting)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('outbox')
      .select(sql<number>`count(*)`.as('dead'))
      .where('status', '=', failed)
      .where('kind', '<>', http)
      .executeTakeFirstOrThrow(),
  ]);
  return { waiting: Number(live.waiting), overdue: Number(live.overdue), dead: Number(dead.dead) };
}

async function list(db: Kysely<Tables>, filter: Parameters<OutboxStore['list']>[0]) {
  let query = db
    .selectFrom('outbox')
    .selectAll()
    .where('kind', '<>', http)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit + 1);
  if (filter.status !== null) query = query.where('status', '=', sql.lit(filter.status));
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
