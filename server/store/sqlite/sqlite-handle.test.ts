import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StoreHealth } from '../store-health.ts';
import { StoreUnavailable } from '../store-unavailable.ts';
import { checkFile } from './check-file.ts';
import { keepStatements } from './keep-statements.ts';
import { SqliteHandle } from './sqlite-handle.ts';
import { createFaultyFiles } from './testing/faulty-file.ts';

let folder: string;
let path: string;
let files: ReturnType<typeof createFaultyFiles>;
let handle: SqliteHandle;
let told: StoreHealth[];
/** Checks wait until the test lets them go on. */
let letGo: () => void;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-handle-'));
  path = join(folder, 'baton.sqlite');
  files = createFaultyFiles();
  told = [];
  const going = new Promise<void>((done) => {
    letGo = done;
  });
  handle = new SqliteHandle(path, {
    open: files.open,
    check: async (file) => {
      await going;
      checkFile(file);
    },
    watch: (health) => told.push(health),
    pause: () => new Promise((done) => setImmediate(done)),
  });
  handle.prepare('create table notes (text text unique)').run();
});
afterEach(() => {
  handle.close();
  rmSync(folder, { recursive: true });
});

const states = () => told.map(({ state }) => state);
const patient = { timeout: 15_000 };
const back = () => expect.poll(states, patient).toContain('well');
const notes = () => handle.prepare('select text from notes order by text').all();

test('a failed sync closes the file at once, and everything is refused until it was checked', async () => {
  const write = handle.prepare('insert into notes values (?)');
  write.run('kept');
  files.fail(/^insert/, 'SQLITE_IOERR_FSYNC');
  expect(() => write.run('lost')).toThrow(StoreUnavailable);
  expect(files.opened[0]?.open).toBe(false);
  expect(() => write.run('early')).toThrow(StoreUnavailable);
  expect(() => notes()).toThrow(StoreUnavailable);
  letGo();
  await back();
  write.run('later');
  expect(notes()).toEqual([{ text: 'kept' }, { text: 'later' }]);
  expect(states()).toEqual(['away', 'well']);
});

test('a statement prepared before works on the file that was opened anew', async () => {
  const read = handle.prepare('select count(*) as count from notes');
  files.fail(/^select/, 'SQLITE_IOERR_READ');
  expect(() => read.all()).toThrow(StoreUnavailable);
  letGo();
  await back();
  expect(files.opened).toHaveLength(2);
  expect(read.all()).toEqual([{ count: 0 }]);
});

test('nothing of a lost transaction is written, also when its owner goes on afterwards', async () => {
  handle.prepare('begin').run();
  handle.prepare("insert into notes values ('first')").run();
  files.fail(/'second'/, 'SQLITE_IOERR_TRUNCATE');
  expect(() => handle.prepare("insert into notes values ('second')").run()).toThrow(StoreUnavailable);
  letGo();
  await back();
  expect(() => handle.prepare("insert into notes values ('third')").run()).toThrow(StoreUnavailable);
  expect(() => handle.prepare('commit').run()).toThrow(StoreUnavailable);
  expect(handle.inTransaction).toBe(true);
  handle.prepare('rollback').run();
  expect(handle.inTransaction).toBe(false);
  expect(notes()).toEqual([]);
});

test('a lost transaction can be ended while the database is away, and counts no more afterwards', async () => {
  handle.prepare('begin').run();
  files.fail(/^insert/, 'SQLITE_IOERR_FSYNC');
  expect(() => handle.prepare("insert into notes values ('lost')").run()).toThrow(StoreUnavailable);
  handle.prepare('rollback').run();
  letGo();
  await back();
  expect(notes()).toEqual([]);
});

test('a transaction of kysely that loses its file is undone whole and says that the database was away', async () => {
  const db = new Kysely<{ notes: { text: string } }>({
    dialect: new SqliteDialect({ database: keepStatements(handle) }),
  });
  const write = (text: string) =>
    db.transaction().execute(async (tx) => {
      await tx.insertInto('notes').values({ text }).execute();
      await tx
        .insertInto('notes')
        .values({ text: `${text} too` })
        .execute();
    });
  for (const [at, code] of [
    [/^insert/, 'SQLITE_IOERR_WRITE'],
    [/^commit/, 'SQLITE_IOERR_FSYNC'],
    [/^begin/, 'SQLITE_IOERR_READ'],
    [/^commit/, 'SQLITE_FULL'],
  ] as const) {
    files.fail(at, code);
    await expect(write('one')).rejects.toThrow(StoreUnavailable);
    letGo();
    await expect.poll(() => write('one').then(...settled), patient).toBe('done');
    expect(await db.deleteFrom('notes').returning('text').execute()).toHaveLength(2);
  }
});
const settled = [() => 'done', (error: unknown) => String(error)] as const;

test('it is tried again as long as the check or the opening fails, and each reason is told once', async () => {
  const write = handle.prepare('insert into notes values (?)');
  files.fail(/^insert/, 'SQLITE_IOERR_FSYNC');
  expect(() => write.run('lost')).toThrow(StoreUnavailable);
  renameSync(path, `${path}.away`);
  letGo();
  await expect.poll(states, patient).toEqual(['away', 'away']);
  expect(() => write.run('early')).toThrow(StoreUnavailable);
  renameSync(`${path}.away`, path);
  await back();
  expect(states()).toEqual(['away', 'away', 'well']);
  write.run('later');
  expect(notes()).toEqual([{ text: 'later' }]);
});

test('a damaged file is not used again', async () => {
  files.fail(/^insert/, 'SQLITE_CORRUPT');
  expect(() => handle.prepare("insert into notes values ('lost')").run()).toThrow(StoreUnavailable);
  writeFileSync(path, Buffer.alloc(8192, 'no database'), { flag: 'r+' });
  letGo();
  await expect.poll(() => told.length, patient).toBe(2);
  expect(told[1]).toMatchObject({ state: 'away', cause: { message: 'file is not a database' } });
  expect(() => notes()).toThrow(StoreUnavailable);
});

test('another file in its place is not taken for the same database', async () => {
  files.fail(/^insert/, 'SQLITE_IOERR');
  expect(() => handle.prepare("insert into notes values ('lost')").run()).toThrow(StoreUnavailable);
  renameSync(path, `${path}.away`);
  new Database(path).close();
  letGo();
  await expect.poll(() => told.length, patient).toBe(2);
  expect(told[1]).toMatchObject({ cause: { message: expect.stringMatching(/stop baton/i) } });
});

test('on a full disk, or one that refuses, reading goes on with the same file, and the first write that succeeds ends it', async () => {
  const write = handle.prepare('insert into notes values (?)');
  write.run('before');
  files.fail(/^insert/, 'SQLITE_FULL');
  files.fail(/^insert/, 'SQLITE_IOERR_WRITE');
  expect(() => write.run('lost')).toThrow(StoreUnavailable);
  expect(() => write.run('lost')).toThrow(StoreUnavailable);
  expect(notes()).toEqual([{ text: 'before' }]);
  write.run('later');
  expect(states()).toEqual(['unwritable', 'well']);
  expect(files.opened).toHaveLength(1);
});

test('a mistake of the statement itself stays what it is', () => {
  const write = handle.prepare('insert into notes values (?)');
  write.run('one');
  expect(() => write.run('one')).toThrow(/UNIQUE/);
  expect(() => handle.prepare('select text from nowhere')).toThrow(/no such table/);
  expect(told).toEqual([]);
});

test('who holds the file too long only makes callers come again', () => {
  files.fail(/^insert/, 'SQLITE_BUSY');
  const write = handle.prepare('insert into notes values (?)');
  expect(() => write.run('lost')).toThrow(StoreUnavailable);
  write.run('later');
  expect(told).toEqual([]);
});

test('a stop during the recovery is not undone by it', async () => {
  files.fail(/^insert/, 'SQLITE_IOERR');
  expect(() => handle.prepare("insert into notes values ('lost')").run()).toThrow(StoreUnavailable);
  handle.close();
  letGo();
  expect(() => notes()).toThrow(/closed/);
  expect(files.opened.map(({ open }) => open)).toEqual([false]);
});
