import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
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

test('a whole file passes, and keeps what its log holds, also beside somebody who reads it', async () => {
  const native = openFile(path, { mustExist: true });
  native.prepare("insert into notes values ('in the log')").run();
  native.exec('begin');
  native.prepare('select * from notes limit 1').all();
  const log = readFileSync(`${path}-wal`);
  checkFile(path);
  expect(readFileSync(`${path}-wal`)).toEqual(log);
  native.exec('commit');
  expect(native.prepare('select count(*) from notes').pluck().get()).toBe(2_001);
  native.close();
  await checkInThread(path);
});

test('a log without its end gives what was whole in it', () => {
  const server = openFile(path, { mustExist: true });
  for (const text of ['first', 'second']) server.prepare('insert into notes values (?)').run(text);
  const [file, log] = [readFileSync(path), readFileSync(`${path}-wal`)];
  server.close();
  writeFileSync(path, file);
  writeFileSync(`${path}-wal`, log.subarray(0, -100));
  checkFile(path);
  const native = openFile(path, { mustExist: true });
  expect(native.prepare("select text from notes where text not like 'note %'").pluck().all()).toEqual([
    'first',
  ]);
  native.close();
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

test('a file that is not there is not made', () => {
  expect(() => checkFile(join(folder, 'other.sqlite'))).toThrow();
});
