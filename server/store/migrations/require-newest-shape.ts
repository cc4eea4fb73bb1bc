import { type Kysely, sql } from 'kysely';
import type { StoreMigration } from './migration.ts';

/** Throws, saying what to do, unless the database has just the shape that these migrations make. */
export async function requireNewestShape(
  db: Kysely<never>,
  migrations: readonly StoreMigration[],
  area = 'store',
): Promise<void> {
  const table = `${area}_migrations`;
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === table)) throw new Error('This is no database of Baton.');
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(table)}`.execute(db);
  const done = new Set(rows.map(({ name }) => name));
  if (migrations.some(({ name }) => !done.has(name)))
    throw new Error('The database was written by an older Baton. Start this one on it once, then try again.');
  if (done.size > migrations.length)
    throw new Error('The database was written by a newer Baton. Use that one.');
}
