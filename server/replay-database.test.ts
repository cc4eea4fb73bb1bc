import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { replayDatabase } from './replay-database.ts';
import { openDesk, type TestDesk } from './runtime/testing/test-desk.ts';
import { openPostgres } from './store/postgres/open-postgres.ts';
import { createDatabase } from './store/testing/postgres-place.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk();
  await desk.publish();
});
afterEach(() => desk.close());

async function replay(environment: Record<string, string> = { BATON_DATA: desk.folder }) {
  const lines: string[] = [];
  const code = await replayDatabase(environment, (line) => lines.push(line));
  return { code, lines };
}

/** Writes to the file behind the server's back, and undoes it after the look. */
async function tampered<Result>(to: string, back: string, look: () => Promise<Result>): Promise<Result> {
  const file = new Database(`${desk.folder}/baton.sqlite`);
  file.exec(to);
  const seen = await look();
  file.exec(back);
  file.close();
  return seen;
}

it('a database that a server is using is replayed beside it', async () => {
  const chat = await desk.openChat();
  await chat.say('Opening hours');
  expect(await replay()).toEqual({
    code: 0,
    lines: ['Replayed 1 conversations with 2 events: 0 differ.'],
  });
  await chat.say('leave a note');
});

it('each difference is told with its conversation, event and place', async () => {
  const chat = await desk.openChat();
  const seen = await tampered(
    `update conversations set state = json_set(state, '$.misses', 7)`,
    `update conversations set state = json_set(state, '$.misses', 0)`,
    () => replay(),
  );
  expect(seen).toEqual({
    code: 1,
    lines: [
      `Conversation ${chat.id}, event 1: /state/misses is 7, replayed it is 0`,
      'Replayed 1 conversations with 1 events: 1 differ.',
    ],
  });
});

it('without a database it says where it looked', async () => {
  const { code, lines } = await replay({ BATON_DATA: `${desk.folder}/nowhere` });
  expect(code).toBe(2);
  expect(lines).toEqual([expect.stringContaining(`no database at ${desk.folder}/nowhere/baton.sqlite`)]);
});

it('a database of another version is left alone', async () => {
  const newest = `(select max(name) from store_migrations)`;
  const older = await tampered(
    `update store_migrations set name = 'x' || name where name = ${newest}`,
    `update store_migrations set name = substr(name, 2) where name like 'x%'`,
    () => replay(),
  );
  expect(older).toEqual({ code: 2, lines: [expect.stringContaining('written by an older Baton')] });
  const newer = await tampered(
    `insert into store_migrations (name, timestamp) values ('9999', '')`,
    `delete from store_migrations where name = '9999'`,
    () => replay(),
  );
  expect(newer).toEqual({ code: 2, lines: [expect.stringContaining('written by a newer Baton')] });
});

it('a PostgreSQL database is replayed the same way', async () => {
  const url = await createDatabase();
  const other = await openDesk({ openStore: async () => (await openPostgres(url)).store });
  await other.publish();
  const chat = await other.openChat();
  await chat.say('Opening hours');
  await chat.say('leave a note');
  const seen = await replay({ DATABASE_URL: url });
  await other.close();
  expect(seen).toEqual({ code: 0, lines: ['Replayed 1 conversations with 4 events: 0 differ.'] });
  // Starting the database may take a while.
}, 60_000);

it('wrong settings are named', async () => {
  const { code, lines } = await replay({ DATABASE_URL: 'mysql://db' });
  expect(code).toBe(2);
  expect(lines.join()).toContain('DATABASE_URL');
});
