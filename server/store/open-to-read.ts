import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CompiledQuery, Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import { storeMigrations } from './migrations/index.ts';
import { requireNewestShape } from './migrations/require-newest-shape.ts';
import { createPool, toKyselyPool } from './postgres/postgres-pool.ts';
import { createPostgresRunner } from './postgres/postgres-runner.ts';
import { createSqlStore } from './sql/sql-store.ts';
import type { SqlRunner } from './sql/statement.ts';
import type { Tables } from './sql/tables.ts';
import { keepStatements } from './sqlite/keep-statements.ts';
import { openFileToRead } from './sqlite/open-file.ts';
import { SqliteHandle } from './sqlite/sqlite-handle.ts';
import type { Store } from './store.ts';

/**
 * Opens the database that the settings name only to read it, also while servers run on it. Throws where there
 * is none, and when it has another shape than this version's.
 */
export async function openToRead(where: {
  databaseUrl: string | undefined;
  dataFolder: string;
}): Promise<Store> {
  const { db, read } =
    where.databaseUrl === undefined ? toFile(where.dataFolder) : toServer(where.databaseUrl);
  try {
    await requireNewestShape(db as unknown as Kysely<never>, storeMigrations);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const write = () => Promise.reject(new Error('The database was opened only to be read.'));
  return createSqlStore(db, { read, write });
}

interface Reading {
  db: Kysely<Tables>;
  read: SqlRunner['read'];
}

function toFile(dataFolder: string): Reading {
  const path = join(resolve(dataFolder), 'baton.sqlite');
  if (!existsSync(path))
    throw new Error(`There is no database at ${path}. Set BATON_DATA to the data folder.`);
  const handle = new SqliteHandle(path, { open: openFileToRead });
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: keepStatements(handle) }) });
  const read: SqlRunner['read'] = async (sql, params) =>
    (await db.executeQuery(CompiledQuery.raw(sql, [...params]))).rows;
  return { db, read };
}

function toServer(url: string): Reading {
  const pool = createPool(url);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: toKyselyPool(pool) }) });
  return { db, read: createPostgresRunner(pool).read };
}
