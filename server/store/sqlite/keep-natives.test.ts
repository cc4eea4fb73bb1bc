import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { keepNatives } from './keep-natives.ts';

it('keeps statements and databases that nobody else keeps', async () => {
  keepNatives();
  const database = new WeakRef(new Database(':memory:'));
  const statement = new WeakRef(database.deref()?.prepare('select 1') ?? {});
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  for (let round = 0; round < 5; round += 1) {
    await new Promise((done) => setImmediate(done));
    collect();
  }
  expect(statement.deref()).toBeDefined();
  expect(database.deref()?.open).toBe(true);
});
