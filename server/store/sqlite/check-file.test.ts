import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkFile } from './check-file.ts';
import { checkInThread } from './check-in-thread.ts';
import { openFile } from './open-file.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-check-'));
  path = join(folder, 'baton.sqlite');
  const native = openFile(path, { mustExist: false });
  native.exec('create table notes (text text); create index notes_text on notes (text)');
  native.exec(`with recursive numbers(number) as (select 1 union all select number + 1 from numbers limit 2000)
    insert into notes select 'note ' || number from numbers`);
  native.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a whole file passes, with what its log held in it', async () => {
  const native = openFile(path, { mustExist: true });
  const other = openFile(path, { mustExist: true });
  native.prepare("insert into notes values ('in the log')").run();
  checkFile(path);
  expect(statSync(`${path}-wal`).size).toBe(0);
  expect(native.prepare('select count(*) from notes').pluck().get()).toBe(2_001);
  native.close();
  other.close();
  await checkInThread(path);
});

test('a file with a torn page does not pass, and its own thread says why', async () => {
  writeFileSync(path, Buffer.alloc(4_096, 7), { flag: 'r+' });
  expect(() => checkFile(path)).toThrow(/not a database/);
  await expect(checkInThread(path)).rejects.toThrow(/not a database/);
});

test('a file that lost its end does not pass', () => {
  truncateSync(path, statSync(path).size - 8_192);
  expect(() => checkFile(path)).toThrow(/malformed|damaged/);
});

test('what somebody is still reading cannot be declared safe', () => {
  const reader = openFile(path, { mustExist: true });
  const writer = openFile(path, { mustExist: true });
  reader.exec('begin');
  reader.prepare('select * from notes limit 1').all();
  writer.prepare("insert into notes values ('newer')").run();
  writer.close();
  expect(() => checkFile(path)).toThrow(/another program/i);
  reader.close();
});

test('a file that is not there is not made', () => {
  expect(() => checkFile(join(folder, 'other.sqlite'))).toThrow();
});
