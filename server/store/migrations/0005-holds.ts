import { type Kysely, sql } from 'kysely';
import type { StoreMigration } from './migration.ts';

/**
 * Timers and outgoing work can be held by one process for a while, and a timer keeps that it failed. Outgoing work
 * knows its receiver, so that one that hangs does not stand in the way of the others, and the attempts it had
 * before it was sent again.
 */
export const holds: StoreMigration = {
  name: '0005-holds',
  up: async (db) => {
    await addCount(db, 'timers', 'held_until');
    await addCount(db, 'timers', 'attempts');
    await addCount(db, 'outbox', 'held_until');
    await addCount(db, 'outbox', 'spent');
    await addReceiver(db);
    await indexOutbox(db);
  },
};

async function addCount(db: Kysely<unknown>, table: string, name: string): Promise<void> {
  await db.schema
    .alterTable(table)
    .addColumn(name, 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
}

async function addReceiver(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('outbox')
    .addColumn('receiver', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  // What was waiting for the hosts that flows call is told apart no further: it is gone within minutes.
  await sql`update outbox set receiver = case kind when 'ticket' then 'ticket ' || to_text else kind end`.execute(
    db,
  );
}

async function indexOutbox(db: Kysely<unknown>): Promise<void> {
  await sql`drop index outbox_next`.execute(db);
  await sql`drop index outbox_created`.execute(db);
  await sql`create index outbox_receiver on outbox (receiver, next_at) where status = 'waiting'`.execute(db);
  await sql`create index outbox_next on outbox (next_at) where status = 'waiting'`.execute(db);
  await sql`create index outbox_listed on outbox (created_at, id) where kind <> 'http'`.execute(db);
  await sql`create index outbox_failed on outbox (created_at, id) where kind <> 'http' and status = 'failed'`.execute(
    db,
  );
}
