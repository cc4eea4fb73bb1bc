import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { watchBacklog } from './backlog-metrics.ts';
import { createMeter } from './metrics.ts';

function openMeter() {
  const registry = new Registry();
  const meter = createMeter(registry);
  return { registry, meter, read: async () => (await registry.metrics()).split('\n') };
}

test('turns are counted by how they ended, every way from the start', async () => {
  const { meter, read } = openMeter();
  meter.turn(0.002, 'done');
  meter.turn(0.004, 'done');
  const lines = await read();
  expect(lines).toContain('baton_turn_duration_seconds_bucket{le="0.0025",outcome="done"} 1');
  expect(lines).toContain('baton_turn_duration_seconds_count{outcome="done"} 2');
  expect(lines).toContain('baton_turn_duration_seconds_count{outcome="failed"} 0');
});

test('a commit tells its time and how many turns shared it', async () => {
  const { meter, read } = openMeter();
  meter.commit(0.003, 7);
  const lines = await read();
  expect(lines).toContain('baton_commit_duration_seconds_count 1');
  expect(lines).toContain('baton_commit_turns_sum 7');
  expect(lines).toContain('baton_commit_turns_bucket{le="4"} 0');
});

test('what is watched is read when somebody looks, each time anew', async () => {
  const { meter, read } = openMeter();
  const now = { waiting: 3, hits: 10 };
  meter.watchQueue(() => now.waiting);
  meter.watchCache('conversations', () => ({ entries: 2, bytes: 2048, hits: now.hits, misses: 1 }));
  meter.watchCache('bots', () => ({ entries: 1, bytes: 10, hits: 0, misses: 0 }));
  meter.watchPool(() => ({ total: 5, idle: 2, waiting: 1 }));
  await read();
  now.waiting = 1;
  now.hits = 12;
  const lines = await read();
  expect(lines).toContain('baton_commit_queue_turns 1');
  expect(lines).toContain('baton_cache_bytes{cache="conversations"} 2048');
  expect(lines).toContain('baton_cache_entries{cache="bots"} 1');
  expect(lines).toContain('baton_cache_requests_total{cache="conversations",result="hit"} 12');
  expect(lines).toContain('baton_postgres_pool_connections{state="busy"} 3');
  expect(lines).toContain('baton_postgres_pool_connections{state="waiting"} 1');
});

test('open streams go up and down by kind', async () => {
  const { meter, read } = openMeter();
  meter.streamOpened('conversation');
  meter.streamOpened('conversation');
  meter.streamClosed('conversation');
  const lines = await read();
  expect(lines).toContain('baton_open_streams{kind="conversation"} 1');
  expect(lines).toContain('baton_open_streams{kind="inbox"} 0');
});

test('all of them are told in docs/operating.md, and no others', () => {
  const { registry, meter } = openMeter();
  meter.watchQueue(() => 0);
  meter.watchCache('bots', () => ({ entries: 0, bytes: 0, hits: 0, misses: 0 }));
  meter.watchPool(() => ({ total: 0, idle: 0, waiting: 0 }));
  watchBacklog(registry, async () => ({
    outbox: { waiting: 0, overdue: 0, dead: 0 },
    timers: { waiting: 0, overdue: 0, failing: 0 },
    handoffs: [],
  }));
  const page = readFileSync(join(import.meta.dirname, '../../docs/operating.md'), 'utf8');
  const told = page.match(/^\| `baton_.*?\|/gm)?.flatMap((cell) => cell.match(/baton_\w+/g) ?? []);
  expect(told?.sort()).toEqual(
    registry
      .getMetricsAsArray()
      .map(({ name }) => name)
      .sort(),
  );
});
