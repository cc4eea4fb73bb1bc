import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { breakages } from './breakages.ts';
import { replaceOnce } from './builds.ts';

const top = join(import.meta.dirname, '..', '..', '..');

test('every text that a broken build replaces is there, once', () => {
  for (const cut of Object.values(breakages).flat()) {
    expect(replaceOnce(readFileSync(join(top, cut.path), 'utf8'), cut)).toContain(cut.put);
  }
});

test('a text that is not there stops the build of a broken copy', () => {
  const cut = { path: 'a.ts', find: 'gone', put: '' };
  expect(() => replaceOnce('here', cut)).toThrow('0 times');
  expect(() => replaceOnce('gone gone', cut)).toThrow('2 times');
});
