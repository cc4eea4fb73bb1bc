import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { migrate } from '../store/migrations/migrate.ts';
import { openSqlite } from '../store/sqlite/open-sqlite.ts';
import { createDirectory } from './directory.ts';
import { accountMigrations } from './migrations/index.ts';
import { PeopleStore } from './people-store.ts';
import type { AccountTables } from './tables.ts';

async function open() {
  const { db } = await openSqlite(':memory:');
  await migrate(db, accountMigrations, 'accounts');
  const clock = { now: 1_000 };
  const create = () => new PeopleStore(db as unknown as Kysely<AccountTables>, () => clock.now);
  return { clock, people: create(), elsewhere: create() };
}
const ann = { name: 'Ann', email: 'ann@example.com', roles: ['agent'], departments: ['support'] } as const;

test('a change made here is seen at once', async () => {
  const { people, clock } = await open();
  const directory = createDirectory(people, () => clock.now);
  expect(await directory.list()).toEqual([]);
  const id = (await people.add(ann)) ?? '';
  expect(await directory.find(id)).toMatchObject({ name: 'Ann', roles: ['agent'], departments: ['support'] });
  await people.change(id, { name: 'Anna' });
  expect(await directory.list()).toMatchObject([{ name: 'Anna' }]);
  await people.remove(id);
  expect(await directory.find(id)).toBeNull();
});

test('a change made by another process is seen after a second', async () => {
  const { people, elsewhere, clock } = await open();
  const directory = createDirectory(people, () => clock.now);
  expect(await directory.list()).toEqual([]);
  await elsewhere.add(ann);
  expect(await directory.list()).toEqual([]);
  clock.now += 1_000;
  expect(await directory.list()).toMatchObject([{ name: 'Ann' }]);
});
