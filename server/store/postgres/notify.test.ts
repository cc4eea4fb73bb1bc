import type pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDatabase } from '../testing/postgres-place.ts';
import { createWire, type Wire } from './notify.ts';
import { createPool } from './postgres-pool.ts';

let url: string;
let pool: pg.Pool;
let wires: Wire[];
beforeEach(async () => {
  url = await createDatabase();
  pool = createPool(url);
  wires = [];
});
afterEach(async () => {
  for (const wire of wires) await wire.close();
  await pool.end();
});

/** Another process, which keeps what it hears. */
function join() {
  const wire = createWire(url, pool);
  wires.push(wire);
  const heard: string[] = [];
  const missed = { times: 0 };
  wire.listen(
    (text) => heard.push(text),
    () => {
      missed.times += 1;
    },
  );
  return { wire, heard, missed };
}

const listeners = async () =>
  (
    await pool.query<{ pid: number }>(`select pid from pg_stat_activity where query like 'listen %'
    and datname = current_database() and state = 'idle'`)
  ).rows.map(({ pid }) => pid);
const allListen = (count: number) => expect.poll(listeners, { timeout: 10_000 }).toHaveLength(count);

it('carries every text to every other process, however many there are, and none back', async () => {
  const [a, b, c] = [join(), join(), join()];
  await allListen(3);
  const texts = Array.from({ length: 300 }, (_, number) => `${number} ${'é'.repeat(100)}`);
  for (const text of texts) a.wire.post(text);
  await expect.poll(() => [b.heard.length, c.heard.length]).toEqual([300, 300]);
  expect(b.heard).toEqual(texts);
  expect(a.heard).toEqual([]);
});

it('leaves out a text that is too long, and carries the others', async () => {
  const [a, b] = [join(), join()];
  await allListen(2);
  a.wire.post('x'.repeat(10_000));
  a.wire.post('short');
  await expect.poll(() => b.heard).toEqual(['short']);
});

it('listens again after its connection was cut, and says that something may be missing', async () => {
  const a = join();
  await allListen(1);
  const [pid] = await listeners();
  await pool.query('select pg_terminate_backend($1)', [pid]);
  await expect.poll(() => a.missed.times, { timeout: 10_000 }).toBe(1);
  const b = join();
  b.wire.post('hello again');
  await expect.poll(() => a.heard, { timeout: 10_000 }).toEqual(['hello again']);
});
