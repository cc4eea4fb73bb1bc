import { join, resolve } from 'node:path';
import type { Kysely } from 'kysely';
import type { Meter } from '../meter.ts';
import type { Neighbours } from './neighbours.ts';
import { alone, openPostgres } from './postgres/open-postgres.ts';
import { openSqlite } from './sqlite/open-sqlite.ts';
import type { Store } from './store.ts';
import type { WatchStore } from './store-health.ts';

/** The database that holds everything. */
export interface Database {
  store: Store;
  /** For the owners of other tables; they use it with tables of their own. */
  db: Kysely<never>;
  /** Null where only one process can be. */
  neighbours: Neighbours | null;
  /** Does what only one process at a time may do, such as filling a new database; the others wait for it. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** Opens PostgreSQL where its address is given, else the file in the data folder; at the newest shape. */
export async function openDatabase(
  where: { databaseUrl: string | undefined; dataFolder: string },
  { meter, watch }: { meter: Meter; watch: WatchStore },
): Promise<Database> {
  const { databaseUrl, dataFolder } = where;
  if (databaseUrl === undefined) {
    const { store, db } = await openSqlite(join(resolve(dataFolder), 'baton.sqlite'), { meter, watch });
    return { store, db, neighbours: null, alone: (work) => work() };
  }
  const opened = await openPostgres(databaseUrl, meter);
  return { ...opened, alone: (work) => alone(databaseUrl, work) };
}
