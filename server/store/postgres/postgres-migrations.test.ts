import { Kysely, PostgresDialect, sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { storeMigrations } from '../migrations/index.ts';
import { migrate } from '../migrations/migrate.ts';
import { createDatabase } from '../testing/postgres-place.ts';
import { newConversation, newTurn } from '../testing/records.ts';
import { openPostgres } from './open-postgres.ts';
import { createPool, toKyselyPool } from './postgres-pool.ts';

let url: string;
let db: Kysely<never>;
beforeEach(async () => {
  url = await createDatabase();
  db = new Kysely({ dialect: new PostgresDialect({ pool: toKyselyPool(createPool(url)) }) });
});
afterEach(() => db.destroy());

const old = ['0001-first-tables', '0002-quick-looks'];

it('brings what was kept in the first tables to the newest shape', async () => {
  await migrate(db, storeMigrations.slice(0, old.length));
  await sql`insert into messages (id, conversation, number, at, sender, parts, search)
    values ('m', 'c', 1, 1760000000000, '{"kind":"customer"}', '[{"type":"text","text":"Hi"}]', 'hi')`.execute(
    db,
  );
  await sql`insert into notes values ('n', 'c', 1760000000000, 'Ann', 'Calls back')`.execute(db);
  await sql`insert into files values ('f', 'c', 'a.png', 'image/png', 2, 1760000000000)`.execute(db);
  await sql`insert into file_chunks values ('f', 0, ${Buffer.from('ab')})`.execute(db);
  const { store } = await openPostgres(url);
  expect(await store.conversations.messages('c', 0, 9)).toMatchObject([
    { id: 'm', at: 1_760_000_000_000, parts: [{ type: 'text', text: 'Hi' }] },
  ]);
  expect(await store.desk.notes('c')).toMatchObject([{ id: 'n', by: 'Ann', text: 'Calls back' }]);
  expect(await store.files.read('c', 'f')).toMatchObject({ name: 'a.png', size: 2 });
  expect(String(await store.files.bytes('f'))).toBe('ab');
  await store.close();
});

it('is done once where several processes start at once on a new database', async () => {
  const opened = await Promise.all([1, 2, 3, 4].map(() => openPostgres(url)));
  const [first, , , last] = opened;
  await first?.store.conversations.commit(newTurn(newConversation()));
  expect(await last?.store.conversations.read('c1')).not.toBeNull();
  const { rows } = await sql<{ name: string }>`select name from store_migrations order by name`.execute(db);
  expect(rows.map(({ name }) => name)).toEqual(storeMigrations.map(({ name }) => name));
  for (const { store } of opened) await store.close();
});

it('makes every key of what belongs to a conversation hold the conversation, but that of outgoing work', async () => {
  await migrate(db, storeMigrations);
  const { rows } = await sql<{ table: string; columns: string[] }>`
    select of_table.relname as table, array_agg(of_column.attname::text order by of_column.attnum) as columns
    from pg_index join pg_class of_table on of_table.oid = indrelid
      join pg_attribute of_column on of_column.attrelid = indrelid and of_column.attnum = any (indkey)
    where indisunique and of_table.relnamespace = 'public'::regnamespace
      and exists (select 1 from pg_attribute
        where attrelid = indrelid and attname in ('conversation', 'scope') and not attisdropped)
    group by of_table.relname, indexrelid`.execute(db);
  const without = rows.filter(
    ({ columns }) => !columns.includes('conversation') && !columns.includes('scope'),
  );
  expect(rows.length).toBeGreaterThan(7);
  expect(without.map(({ table }) => table)).toEqual(['outbox']);
});
