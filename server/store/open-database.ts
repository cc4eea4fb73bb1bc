import { join, resolve } from 'node:path';
import type { Kysely } from 'kysely';
import { alone, openPostgres } from './postgres/open-postgres.ts';
import { openSqlite } from './sqlite/open-sqlite.ts';
import type { Store } from './store.ts';

/** The database that holds everything. */
export interface Database {
  store: Store;
  /** For the owners of other tables; they use it with tables of their own. */
  db: Kysely<never>;
  /** Does what only one process at a time may do, such as filling a new database; the others wait for it. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** Opens PostgreSQL where its address is given, else the file in the data folder; at the newest shape. */
export async function openDatabase(where: {
  databaseUrl: string | undefined;
  dataFolder: string;
}): Promise<Database> {
  const { databaseUrl, dataFolder } = where;
  if (databaseUrl === undefined) {
    const { store, db } = await openSqlite(join(resolve(dataFolder), 'baton.sqlite'));
    return { store, db, alone: (work) => work() };
  }
  const { store, db } = await openPostgres(databaseUrl);
  return { store, db, alone: (work) => alone(databaseUrl, work) };
}
