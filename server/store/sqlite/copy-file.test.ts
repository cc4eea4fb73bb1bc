import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyFile } from './copy-file.ts';
import { openFile } from './open-file.ts';
import { restoreFile } from './restore-file.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-copy-'));
  path = join(folder, 'baton.sqlite');
  write(path, 'first');
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, text: string): void {
  const native = openFile(file, { mustExist: false });
  native.exec('create table if not exists notes (text text)');
  native.prepare('insert into notes values (?)').run(text);
  native.close();
}

function read(file: string): unknown[] {
  const native = new Database(file, { fileMustExist: true });
  const notes = native.prepare('select text from notes').pluck().all();
  native.close();
  return notes;
}

const copy = () => join(folder, 'copy.sqlite');
const restore = (accept = () => undefined) =>
  restoreFile({ from: copy(), to: path, keepAs: join(folder, 'before.sqlite'), accept });

test('a copy holds all that was committed, of what is still in the log too, and nothing that was not', () => {
  const server = openFile(path, { mustExist: true });
  server.exec("insert into notes values ('in the log')");
  server.exec('begin');
  server.exec("insert into notes values ('not committed')");
  copyFile(path, copy());
  server.exec('rollback');
  expect(read(copy())).toEqual(['first', 'in the log']);
  server.close();
});

test('a copy is for its owner only, and nothing is left beside it', () => {
  copyFile(path, copy());
  if (process.platform !== 'win32') expect(statSync(copy()).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder).sort()).toEqual(['baton.sqlite', 'copy.sqlite']);
});

test('no file is written over', () => {
  writeFileSync(copy(), 'precious');
  expect(() => copyFile(path, copy())).toThrow(/is there already/);
  expect(readFileSync(copy(), 'utf8')).toBe('precious');
});

test('a damaged database leaves no copy', () => {
  writeFileSync(path, Buffer.alloc(4_096, 7), { flag: 'r+' });
  expect(() => copyFile(path, copy())).toThrow();
  expect(existsSync(copy())).toBe(false);
});

test('a restore puts the copy in place and keeps what was there', () => {
  copyFile(path, copy());
  write(path, 'second');
  expect(restore()).toMatchObject({ replaced: true });
  expect(read(path)).toEqual(['first']);
  expect(read(join(folder, 'before.sqlite'))).toEqual(['first', 'second']);
  expect(read(copy())).toEqual(['first']);
});

test('a restore into an empty place makes it', () => {
  copyFile(path, copy());
  const to = join(folder, 'new', 'baton.sqlite');
  const keepAs = join(folder, 'new', 'before.sqlite');
  expect(restoreFile({ from: copy(), to, keepAs, accept: () => undefined })).toMatchObject({
    replaced: false,
  });
  expect(read(to)).toEqual(['first']);
  expect(readdirSync(join(folder, 'new'))).toEqual(['baton.sqlite']);
});

test('a plain copy of the files is restored with what its log holds', () => {
  const server = openFile(path, { mustExist: true });
  server.exec("insert into notes values ('in the log')");
  for (const end of ['', '-wal']) writeFileSync(copy() + end, readFileSync(path + end));
  server.close();
  restore();
  expect(read(path)).toEqual(['first', 'in the log']);
});

test('a database in use is not replaced', () => {
  copyFile(path, copy());
  const server = openFile(path, { mustExist: true });
  server.exec("insert into notes values ('second')");
  expect(restore).toThrow(/in use/);
  server.exec("insert into notes values ('third')");
  server.close();
  expect(read(path)).toEqual(['first', 'second', 'third']);
  expect(readdirSync(folder).sort()).toEqual(['baton.sqlite', 'copy.sqlite']);
});

test('a damaged copy, or one that is not accepted, changes nothing', () => {
  copyFile(path, copy());
  expect(() =>
    restore(() => {
      throw new Error('too new');
    }),
  ).toThrow(/too new/);
  writeFileSync(copy(), Buffer.alloc(4_096, 7), { flag: 'r+' });
  expect(() => restore()).toThrow(/cannot be used/);
  expect(read(path)).toEqual(['first']);
  expect(readdirSync(folder).sort()).toEqual(['baton.sqlite', 'copy.sqlite']);
});

test('a damaged database is replaced, and kept as it was', () => {
  copyFile(path, copy());
  writeFileSync(path, Buffer.alloc(4_096, 7), { flag: 'r+' });
  const was = readFileSync(path);
  restore();
  expect(read(path)).toEqual(['first']);
  expect(readFileSync(join(folder, 'before.sqlite'))).toEqual(was);
});
