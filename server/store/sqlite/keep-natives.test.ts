import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { findNative, keepNatives } from './keep-natives.ts';

async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  for (let round = 0; round < 5; round += 1) {
    await new Promise((done) => setImmediate(done));
    collect();
  }
}

it('keeps statements and databases that nobody else keeps', async () => {
  keepNatives();
  const database = new WeakRef(new Database(':memory:'));
  const statement = new WeakRef(database.deref()?.prepare('select 1') ?? {});
  await collectGarbage();
  expect(statement.deref()).toBeDefined();
  expect(database.deref()?.open).toBe(true);
});

it('keeps databases of which there never was a statement', async () => {
  keepNatives();
  const closed = new WeakRef(findNative(new Database(':memory:').close()));
  const unread = new WeakRef(findNative(prepareNonsense(new Database(':memory:'))));
  await collectGarbage();
  expect([closed.deref(), unread.deref()]).not.toContain(undefined);
});

function prepareNonsense(database: Database.Database): Database.Database {
  expect(() => database.prepare('nonsense')).toThrow();
  return database;
}
