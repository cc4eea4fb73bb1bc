import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import { type Meter, noMeter } from '../../meter.ts';
import { storeMigrations } from '../migrations/index.ts';
import { migrate } from '../migrations/migrate.ts';
import { createSqlStore } from '../sql/sql-store.ts';
import type { Tables } from '../sql/tables.ts';
import type { Store } from '../store.ts';
import { keepStatements } from './keep-statements.ts';
import { SqliteHandle, type SqliteHandleOptions } from './sqlite-handle.ts';
import { createSqliteRunner } from './sqlite-runner.ts';

export interface SqliteDatabase {
  store: Store;
  /** For the owners of other tables in the same file; they use it with tables of their own. */
  db: Kysely<never>;
}

interface SqliteOptions extends SqliteHandleOptions {
  meter?: Meter;
}

/**
 * Opens the database file, makes it when it is not there, and brings it to the newest shape. What was
 * committed survives a loss of power. When the file fails, it is closed, checked and opened again by itself.
 */
export async function openSqlite(
  path: string,
  { meter = noMeter, ...options }: SqliteOptions = {},
): Promise<SqliteDatabase> {
  // What customers write is nobody else's on this machine.
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const handle = new SqliteHandle(path, options);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: keepStatements(handle) }) });
  const open = db as unknown as Kysely<never>;
  await migrate(open, storeMigrations);
  return { store: createSqlStore(db, createSqliteRunner(handle, open, meter), { meter }), db: open };
}
