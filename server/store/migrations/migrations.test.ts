import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { storeMigrations } from './index.ts';
import { migrate } from './migrate.ts';

/** A database as it was before the migration of this name, and what brings it one step on. */
async function openBefore(name: string) {
  const db = new Kysely<never>({ dialect: new SqliteDialect({ database: new Database(':memory:') }) });
  const at = storeMigrations.findIndex((migration) => migration.name === name);
  await migrate(db, storeMigrations.slice(0, at));
  const tables = async () =>
    (await db.introspection.getTables())
      .map((table) => table.name)
      .filter((table) => !table.includes('migrations'));
  return { db, tables, up: () => migrate(db, storeMigrations.slice(0, at + 1)) };
}

/** What each migration is shown to do; one without an entry fails below. */
const shown: Record<string, () => Promise<void>> = {
  '0001-first-tables': async () => {
    const { db, tables, up } = await openBefore('0001-first-tables');
    expect(await tables()).toEqual([]);
    await up();
    expect(await tables()).toEqual([
      'bots',
      'client_calls',
      'contacts',
      'conversations',
      'departments',
      'events',
      'file_chunks',
      'files',
      'messages',
      'notes',
      'observations',
      'outbox',
      'presence',
      'releases',
      'revisions',
      'secrets',
      'seen',
      'settings',
      'timers',
    ]);
    await db.destroy();
  },
  '0002-quick-looks': async () => {
    const { db, up } = await openBefore('0002-quick-looks');
    const plan = async (query: string) =>
      (await sql<{ detail: string }>`${sql.raw(`explain query plan ${query}`)}`.execute(db)).rows[0]?.detail;
    const wait = "select avg(waited) from conversations where bot = 'b' and joined_at >= 5";
    const unbegun = 'select id from conversations where last_customer_number = 0 and changed_at < 5';
    expect(await plan(wait)).not.toContain('conversations_joined');
    await up();
    expect(await plan(wait)).toContain('conversations_joined');
    expect(await plan(unbegun)).toContain('conversations_unbegun');
    await db.destroy();
  },
  '0003-contact-versions': async () => {
    const { db, up } = await openBefore('0003-contact-versions');
    await sql`insert into contacts (id, bot, attributes, search, created_at) values ('p', 'b', '{}', '', 1)`.execute(
      db,
    );
    await up();
    const { rows } = await sql<{ version: number }>`select version from contacts`.execute(db);
    expect(rows).toEqual([{ version: 1 }]);
    await db.destroy();
  },
  '0004-live-settings': async () => {
    const { db, tables, up } = await openBefore('0004-live-settings');
    const before = await tables();
    await up();
    expect((await tables()).filter((name) => !before.includes(name))).toEqual(['live_settings']);
    await db.destroy();
  },
};

describe('the migrations of the store', () => {
  it.each(storeMigrations.map(({ name }) => name))('%s brings what it says', async (name) => {
    const show = shown[name];
    expect(show, `a before and after test for ${name}`).toBeDefined();
    await show?.();
  });

  it('are numbered without gaps', () => {
    const numbers = storeMigrations.map(({ name }) => Number(/^(\d{4})-[a-z0-9-]+$/.exec(name)?.[1]));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it('run once, however often the server starts', async () => {
    const { db, tables } = await openBefore('0001-first-tables');
    await migrate(db, storeMigrations);
    const before = await tables();
    await migrate(db, storeMigrations);
    expect(await tables()).toEqual(before);
    await db.destroy();
  });
});
