import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import type { Backlog } from '../store/sql/read-backlog.ts';
import { watchBacklog } from './backlog-metrics.ts';

const backlog: Backlog = {
  outbox: { waiting: 3, overdue: 1, dead: 2 },
  timers: { waiting: 5, overdue: 0, failing: 0 },
  handoffs: [
    { department: 'support', count: 4 },
    { department: null, count: 1 },
  ],
};

function open(read: () => Promise<Backlog>) {
  const registry = new Registry();
  const clock = { now: 0 };
  watchBacklog(registry, read, () => clock.now);
  const lines = async () => (await registry.metrics()).split('\n');
  return { clock, lines };
}

test('what waits is shown by state and by department', async () => {
  const lines = await open(async () => backlog).lines();
  expect(lines).toContain('baton_outbox_items{state="overdue"} 1');
  expect(lines).toContain('baton_outbox_items{state="dead"} 2');
  expect(lines).toContain('baton_timers{state="waiting"} 5');
  expect(lines).toContain('baton_database_available 1');
  expect(lines).toContain('baton_handoffs_waiting{department="support"} 4');
  expect(lines).toContain('baton_handoffs_waiting{department=""} 1');
});

test('the database is asked once in three seconds, however often somebody looks', async () => {
  let asked = 0;
  const { clock, lines } = open(async () => {
    asked += 1;
    return asked === 1 ? backlog : { ...backlog, handoffs: [] };
  });
  await lines();
  await lines();
  expect(asked).toBe(1);
  clock.now = 3_000;
  expect((await lines()).join('\n')).not.toContain('department="support"');
  expect(asked).toBe(2);
});

test('while the database is away its numbers are left out, and nothing fails', async () => {
  const lines = await open(async () => {
    throw new Error('away');
  }).lines();
  expect(lines).toContain('# TYPE baton_outbox_items gauge');
  expect(lines).toContain('baton_database_available 0');
  expect(lines.join('\n')).not.toContain('baton_outbox_items{');
});
