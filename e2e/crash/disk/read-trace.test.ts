import { expect, test } from 'vitest';
import { countLogSyncs, findEarlyAnswer, readTrace } from './read-trace.ts';

const wal = '20</data/baton.sqlite-wal>';
const socket = '23<TCP:[127.0.0.1:4450->127.0.0.1:5000]>';
const write = `10 pwrite64(${wal}, "\\0\\1plain abc", 4096, 32) = 4096`;
const sync = `10 fsync(${wal}) = 0`;
const answer = `10 write(${socket}, "HTTP/1.1 200 OK plain abc", 300) = 300`;

const judge = (...lines: string[]) => findEarlyAnswer(readTrace(lines.join('\n')), 'abc');

test('a message that is synced before its answer is as it must be', () => {
  expect(judge(write, sync, answer)).toBeUndefined();
  expect(countLogSyncs(readTrace([write, sync, answer].join('\n')))).toBe(1);
});

test('an answer before the sync is found', () => {
  expect(judge(write, answer, sync)).toMatch(/no sync/);
  expect(judge(sync, write, answer)).toMatch(/no sync/);
});

test('a sync that failed, or of another file, does not count', () => {
  expect(judge(write, `10 fsync(${wal}) = -1 EIO (Input/output error)`, answer)).toMatch(/no sync/);
  expect(judge(write, '10 fsync(19</data/baton.sqlite>) = 0', answer)).toMatch(/no sync/);
});

test('a call that others came between ends where it is resumed', () => {
  const lines = [write, `10 fsync(${wal} <unfinished ...>`, '11 write(1</dev/null>, "x", 1) = 1'];
  expect(judge(...lines, '10 <... fsync resumed>) = 0', answer)).toBeUndefined();
  expect(judge(...lines, answer.replace('10', '12'), '10 <... fsync resumed>) = 0')).toMatch(/no sync/);
});

test('a trace that does not show the message or its answer says so', () => {
  expect(judge(sync, answer)).toMatch(/not seen in a write/);
  expect(judge(write, sync)).toMatch(/answer was not seen/);
});
