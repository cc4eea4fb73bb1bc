import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noMeter } from '../../meter.ts';
import type { Store } from '../store.ts';
import { StoreUnavailable } from '../store-unavailable.ts';
import { newConversation, newTurn } from '../testing/records.ts';
import { openSqlite } from './open-sqlite.ts';
import { createFaultyFiles } from './testing/faulty-file.ts';

let folder: string;
let store: Store;
let files: ReturnType<typeof createFaultyFiles>;
let sizes: number[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baton-runner-'));
  files = createFaultyFiles();
  sizes = [];
  const meter = { ...noMeter, commit: (_: number, turns: number) => void sizes.push(turns) };
  store = (await openSqlite(join(folder, 'baton.sqlite'), { open: files.open, meter })).store;
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Turns of different conversations that come at the same moment; what became of each. */
function writeAtOnce(name: string, count: number) {
  const turns = Array.from({ length: count }, (_, number) => newConversation({ id: `${name}${number}` }));
  return Promise.allSettled(turns.map((turn) => store.conversations.commit(newTurn(turn))));
}

test('turns that come at once share a transaction', async () => {
  await writeAtOnce('a', 10);
  expect(sizes).toEqual([10]);
});

test('when a shared transaction cannot be written none of it is, and the next ones begin small', async () => {
  files.fail(/^commit/, 'SQLITE_FULL');
  const refused = await writeAtOnce('a', 10);
  expect(refused.map((one) => one.status === 'rejected' && one.reason instanceof StoreUnavailable)).toEqual(
    Array(10).fill(true),
  );
  expect(await store.conversations.read('a0')).toBe(null);
  const written = await writeAtOnce('b', 10);
  expect(written).toEqual(Array(10).fill({ status: 'fulfilled', value: 'done' }));
  expect(sizes).toEqual([1, 2, 4, 3]);
});

test('a turn that is at fault itself fails alone', async () => {
  files.fail(/^insert into contacts/, 'SQLITE_CONSTRAINT', { times: 2 });
  const [first, second] = await writeAtOnce('a', 2);
  expect([first?.status, second?.status]).toEqual(['rejected', 'fulfilled']);
  expect(await store.conversations.read('a1')).not.toBe(null);
});
