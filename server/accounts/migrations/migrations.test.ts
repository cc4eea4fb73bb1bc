import { readdirSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrate } from '../../store/migrations/migrate.ts';
import { accountMigrations } from './index.ts';

function open() {
  return new Kysely<never>({ dialect: new SqliteDialect({ database: new Database(':memory:') }) });
}
async function tablesOf(db: Kysely<never>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and name not like 'accounts_%' order by name`.execute(
    db,
  );
  return rows.map(({ name }) => name);
}

test('every migration file is in the list, in order', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => /^\d{4}-/.test(name));
  expect(accountMigrations.map(({ name }) => `${name}.ts`)).toEqual(files.sort());
});

test('0001-people brings people, their sign-in and keys into an empty database', async () => {
  const db = open();
  expect(await tablesOf(db)).toEqual([]);
  await migrate(db, accountMigrations.slice(0, 1), 'accounts');
  expect(await tablesOf(db)).toEqual([
    'api_keys',
    'credentials',
    'invitations',
    'people',
    'sessions',
    'verifications',
  ]);
  await db.destroy();
});

test('migrating again changes nothing', async () => {
  const db = open();
  await migrate(db, accountMigrations, 'accounts');
  const before = await tablesOf(db);
  await migrate(db, accountMigrations, 'accounts');
  expect(await tablesOf(db)).toEqual(before);
  await db.destroy();
});
