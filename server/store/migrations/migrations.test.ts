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
  '0005-holds': async () => {
    const { db, up } = await openBefore('0005-holds');
    await sql`insert into timers (conversation, name, due) values ('c', 'wait', 5)`.execute(db);
    for (const [id, kind, to] of [
      ['m', 'mail', 'ann@example.com'],
      ['t', 'ticket', 'helpdesk'],
    ]) {
      await sql`insert into outbox (id, kind, status, to_text, subject, payload, attempts, next_at, created_at)
        values (${id}, ${kind}, 'waiting', ${to}, 'Hi', '{}', 3, 5, 1)`.execute(db);
    }
    await up();
    expect((await sql`select * from timers`.execute(db)).rows).toMatchObject([
      { held_until: 0, attempts: 0 },
    ]);
    const work = await sql`select receiver, held_until, spent, attempts from outbox order by id`.execute(db);
    expect(work.rows).toEqual([
      { receiver: 'mail', held_until: 0, spent: 0, attempts: 3 },
      { receiver: 'ticket helpdesk', held_until: 0, spent: 0, attempts: 3 },
    ]);
    const plan = async (query: string) =>
      (
        await sql<{
          detail: string;
        }>`${sql.raw(`explain query plan select * from outbox where ${query}`)}`.execute(db)
      ).rows[0]?.detail;
    expect(await plan("status = 'waiting' and receiver = 'mail' order by next_at")).toContain(
      'outbox_receiver',
    );
    expect(await plan("status = 'waiting' and next_at > 5 order by next_at")).toContain('outbox_next');
    expect(await plan("kind <> 'http' order by created_at desc, id desc")).toContain('outbox_listed');
    expect(await plan("kind <> 'http' and status = 'failed' order by created_at, id")).toContain(
      'outbox_failed',
    );
    await db.destroy();
  },
  '0006-message-keys': async () => {
    const { db, up } = await openBefore('0006-message-keys');
    const columns = 'id, conversation, number, at, sender, parts, source, feedback, search';
    await sql
      .raw(`insert into messages (${columns}) values ('m', 'c', 1, 5, '{}', '[]', null, 'up', 'x')`)
      .execute(db);
    const before = (await sql.raw(`select ${columns} from messages`).execute(db)).rows;
    await up();
    expect((await sql.raw(`select ${columns} from messages`).execute(db)).rows).toEqual(before);
    // An id is told apart within its conversation, a number is there once.
    const add = (id: string, conversation: string, number: number) =>
      sql
        .raw(`insert into messages (${columns})
        values ('${id}', '${conversation}', ${number}, 5, '{}', '[]', null, null, '')`)
        .execute(db);
    await add('m', 'd', 1);
    await expect(add('n', 'c', 1)).rejects.toThrow('UNIQUE');
    await db.destroy();
  },
  '0007-conversation-keys': async () => {
    const { db, up } = await openBefore('0007-conversation-keys');
    const add = async (conversation: string) => {
      await sql`insert into notes (id, conversation, at, by_person, text)
        values ('n', ${conversation}, 5, 'Ann', 'Calls back')`.execute(db);
      await sql`insert into files (id, conversation, name, mime, size, at)
        values ('f', ${conversation}, 'a.png', 'image/png', 7, 5)`.execute(db);
    };
    await add('c');
    const read = async () =>
      (
        await sql`select notes.conversation, notes.id, notes.at, by_person, text, files.id as file, name, mime, size
        from notes, files where files.conversation = notes.conversation`.execute(db)
      ).rows;
    const before = await read();
    await up();
    expect(await read()).toEqual(before);
    await add('d');
    expect(await read()).toHaveLength(2);
    await expect(add('c')).rejects.toThrow('UNIQUE');
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
