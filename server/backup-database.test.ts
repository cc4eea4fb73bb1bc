import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backUpDatabase } from './backup-database.ts';
import { restoreDatabase } from './restore-database.ts';
import { type ServerProcess, seedDatabase, startServerProcess } from './testing/server-process.ts';
import { openCustomer } from './testing/talking-customer.ts';

const now = Date.UTC(2026, 10, 21, 10, 41, 53);
let folder: string;
let data: string;
let copy: string;
const running: ServerProcess[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baton-backup-'));
  data = join(folder, 'data');
  copy = join(folder, 'copy.sqlite');
  await seedDatabase(data);
});
afterEach(async () => {
  for (const server of running.splice(0)) {
    server.signal('SIGKILL');
    await server.ended;
  }
  rmSync(folder, { recursive: true });
});

type Tool = typeof backUpDatabase;

function run(tool: Tool, files: string[], environment: Record<string, string> = { BATON_DATA: data }) {
  const lines: string[] = [];
  const code = tool(environment, files, (line) => lines.push(line), now);
  return { code, text: lines.join('\n') };
}

async function start(): Promise<ServerProcess> {
  const server = await startServerProcess(data);
  running.push(server);
  return server;
}

test('a server under load is copied whole, is not replaced while it runs, and goes back to the copy', async () => {
  const server = await start();
  const customers = await Promise.all(Array.from({ length: 20 }, () => openCustomer(server.base)));
  const talks = customers.map((customer) => customer.talk());
  const spoken = () => Math.min(...customers.map(({ acknowledged }) => acknowledged.length));
  await expect.poll(spoken, { timeout: 60_000 }).toBeGreaterThan(5);
  const before = customers.map(({ acknowledged }) => [...acknowledged]);

  expect(run(backUpDatabase, [copy])).toEqual({
    code: 0,
    text: expect.stringMatching(/^Copied .*data\/baton\.sqlite to .*copy\.sqlite \(\d+\.\d MB\)/),
  });
  expect(run(restoreDatabase, [copy])).toEqual({
    code: 2,
    text: expect.stringMatching(/in use. Stop Baton/),
  });

  await expect.poll(spoken, { timeout: 60_000 }).toBeGreaterThan(10);
  server.signal('SIGTERM');
  await server.ended;
  await Promise.all(talks);
  expect(run(restoreDatabase, [copy])).toMatchObject({ code: 0 });
  expect(readdirSync(data).sort()).toEqual(['baton.sqlite', 'baton.sqlite.before-2026-11-21T10-41-53Z']);

  const again = await start();
  for (const [index, customer] of customers.entries()) {
    const said = await customer.read(again.base);
    // What the copy holds are the first words without a gap: all that were answered before, and some of the rest.
    expect(said).toEqual(customer.acknowledged.slice(0, said.length));
    expect(said).toEqual(expect.arrayContaining(before[index] ?? []));
  }
}, 120_000);

test('a copy without a name goes into the data folder, by the time', () => {
  expect(run(backUpDatabase, [])).toMatchObject({ code: 0 });
  expect(readdirSync(join(data, 'backups'))).toEqual(['baton-2026-11-21T10-41-53Z.sqlite']);
});

test('without a database there is nothing to copy', () => {
  const empty = { BATON_DATA: join(folder, 'nowhere') };
  expect(run(backUpDatabase, [copy], empty)).toEqual({
    code: 2,
    text: expect.stringContaining(`no database at ${folder}/nowhere/baton.sqlite. Set BATON_DATA`),
  });
});

test('what a newer Baton wrote, or something else, is not restored', () => {
  run(backUpDatabase, [copy]);
  const file = new Database(copy);
  file.exec("insert into store_migrations values ('9999-of-the-future', '')");
  expect(run(restoreDatabase, [copy])).toEqual({ code: 2, text: expect.stringMatching(/newer Baton/) });
  file.exec('drop table store_migrations');
  file.close();
  expect(run(restoreDatabase, [copy])).toEqual({
    code: 2,
    text: expect.stringMatching(/no database of Baton/),
  });
  expect(run(restoreDatabase, [])).toEqual({
    code: 2,
    text: expect.stringContaining('npm run restore -- FILE'),
  });
});

test('for PostgreSQL its own tools are named', () => {
  const environment = { DATABASE_URL: 'postgres://localhost/baton' };
  expect(run(backUpDatabase, ['a.dump'], environment)).toEqual({
    code: 2,
    text: expect.stringContaining('pg_dump --format=custom --file=a.dump "$DATABASE_URL"'),
  });
  expect(run(restoreDatabase, ['a.dump'], environment)).toEqual({
    code: 2,
    text: expect.stringMatching(/pg_restore .*"\$DATABASE_URL" a\.dump/),
  });
});
