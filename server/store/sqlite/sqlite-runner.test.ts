import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { Store } from '../store.ts';
import { StoreUnavailable } from '../store-unavailable.ts';
import { newConversation, newTurn } from '../testing/records.ts';
import { openSqlite } from './open-sqlite.ts';

interface Sync {
  done(): void;
  fail(error: Error): void;
}

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A store on a disk whose syncs end when the test says so. */
async function openSlowDisk() {
  const folder = mkdtempSync(join(tmpdir(), 'baton-runner-'));
  const syncs: Sync[] = [];
  const sync = () =>
    new Promise<void>((done, fail) => {
      syncs.push({ done, fail });
    });
  const { store } = await openSqlite(join(folder, 'baton.sqlite'), { sync });
  closing.push(async () => {
    for (const { done } of syncs) done();
    await store.close();
    rmSync(folder, { recursive: true });
  });
  return { store, syncs };
}

/** Lets everything go as far as it gets without the disk. */
async function settle(): Promise<void> {
  for (let round = 0; round < 20; round += 1) await new Promise((next) => setImmediate(next));
}

function write(store: Store, id: string) {
  const written = { result: '' };
  store.conversations.commit(newTurn(newConversation({ id }))).then(
    (result) => {
      written.result = result;
    },
    (error: unknown) => {
      written.result = error instanceof StoreUnavailable ? 'unavailable' : String(error);
    },
  );
  return written;
}

it('answers a turn when it is on the disk, and shows it to nobody before', async () => {
  const { store, syncs } = await openSlowDisk();
  const written = write(store, 'c1');
  await settle();
  const seen: unknown[] = [];
  void store.conversations.read('c1').then((row) => seen.push(row?.id));
  void store.inbox.live().then((rows) => seen.push(rows));
  await settle();
  expect([written.result, seen]).toEqual(['', []]);
  syncs[0]?.done();
  await settle();
  expect([written.result, seen]).toEqual(['done', ['c1', []]]);
});

it('puts what comes during a sync into the next transaction, whole', async () => {
  const { store, syncs } = await openSlowDisk();
  const first = write(store, 'c1');
  await settle();
  const later = [write(store, 'c2'), write(store, 'c3')];
  await settle();
  expect(syncs).toHaveLength(1);
  syncs[0]?.done();
  await settle();
  expect([first.result, later.map(({ result }) => result), syncs.length]).toEqual(['done', ['', ''], 2]);
  syncs[1]?.done();
  await settle();
  expect(later.map(({ result }) => result)).toEqual(['done', 'done']);
});

it('confirms nothing whose sync failed, and goes on with a database that was checked', async () => {
  const { store, syncs } = await openSlowDisk();
  const written = write(store, 'c1');
  await settle();
  syncs[0]?.fail(new Error('EIO'));
  await settle();
  expect(written.result).toBe('unavailable');
  await expect
    .poll(() =>
      store.conversations.read('c1').then(
        () => 'back',
        () => 'away',
      ),
    )
    .toBe('back');
  const again = write(store, 'c2');
  await expect.poll(() => syncs.length).toBe(2);
  syncs[1]?.done();
  await expect.poll(() => again.result).toBe('done');
});
