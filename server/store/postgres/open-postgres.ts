import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { type Meter, noMeter } from '../../meter.ts';
import { storeMigrations } from '../migrations/index.ts';
import { migrate } from '../migrations/migrate.ts';
import type { Neighbours } from '../neighbours.ts';
import { createSqlStore } from '../sql/sql-store.ts';
import type { Tables } from '../sql/tables.ts';
import type { Store } from '../store.ts';
import { createWire, type Wire } from './notify.ts';
import { toStoreError } from './postgres-fault.ts';
import { createPool, toClientConfig, toKyselyPool } from './postgres-pool.ts';
import { createPostgresRunner } from './postgres-runner.ts';

export interface PostgresDatabase {
  store: Store;
  /** For the owners of other tables in the same database; they use it with tables of their own. */
  db: Kysely<never>;
  neighbours: Neighbours;
}

/** What is remembered of conversations may be behind the other processes by so much; writes notice it. */
const memoryMs = 1_000;
/** Any number, the same in every process. */
const startLock = '2011841217';

/**
 * Connects to the database of this address and brings it to the newest shape. What was committed survives a loss of
 * power of the database's machine.
 */
export async function openPostgres(url: string, meter: Meter = noMeter): Promise<PostgresDatabase> {
  const pool = createPool(url);
  meter.watchPool(() => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: toKyselyPool(pool) }) });
  const open = db as unknown as Kysely<never>;
  try {
    await alone(url, () => migrate(open, storeMigrations));
  } catch (error) {
    await pool.end();
    throw error;
  }
  const store = createSqlStore(db, createPostgresRunner(pool), { maxAgeMs: memoryMs, meter });
  const wire = createWire(url, pool);
  const close = async (): Promise<void> => {
    await wire.close();
    await store.close();
  };
  return { store: { ...store, close }, db: open, neighbours: toNeighbours(wire, db) };
}

function toNeighbours({ post, listen }: Wire, db: Kysely<Tables>): Neighbours {
  return {
    post,
    listen,
    changedSince: async (time, limit) => {
      const rows = await db
        .selectFrom('conversations')
        .select(['id', 'last_number', 'last_customer_number', 'department', 'changed_at'])
        .where('changed_at', '>=', time)
        .orderBy('changed_at')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        id: row.id,
        number: row.last_number,
        department: row.department,
        begun: row.last_customer_number > 0,
        at: row.changed_at,
      }));
    },
  };
}

/**
 * Does what only one process at a time may do, such as filling a new database; the others wait for it. A process
 * that dies meanwhile lets the next one go on.
 */
export async function alone<Result>(url: string, work: () => Promise<Result>): Promise<Result> {
  const client = new pg.Client(toClientConfig(url));
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(`select pg_advisory_lock(${startLock})`);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw toStoreError(error);
  }
  try {
    return await work();
  } finally {
    // Ending the connection gives the lock back.
    await client.end().catch(() => undefined);
  }
}
