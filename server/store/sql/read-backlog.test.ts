import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { openSqlite } from '../sqlite/open-sqlite.ts';
import { newItem } from '../testing/outgoing.ts';
import { newConversation, newTurn } from '../testing/records.ts';
import { readBacklog } from './read-backlog.ts';
import type { Tables } from './tables.ts';

async function open() {
  const { db, store } = await openSqlite(':memory:');
  return { store, read: (now: number) => readBacklog(db as unknown as Kysely<Tables>, now) };
}

test('an empty database has nothing waiting', async () => {
  const { store, read } = await open();
  expect(await read(1_000)).toEqual({
    outbox: { waiting: 0, overdue: 0, dead: 0 },
    timers: { waiting: 0, overdue: 0, failing: 0 },
    handoffs: [],
  });
  await store.close();
});

test('what waits, what is late and what was given up are counted apart', async () => {
  const { store, read } = await open();
  const commit = (
    id: string,
    change: Parameters<typeof newConversation>[0],
    more: Parameters<typeof newTurn>[1],
  ) => store.conversations.commit(newTurn(newConversation({ id, contact: id, ...change }), more));
  await commit(
    'c1',
    { handler: 'queue', lastCustomerNumber: 1, department: 'support' },
    {
      timers: {
        set: [
          { name: 'early', due: 1_000 },
          { name: 'late', due: 3_000 },
        ],
        cancel: [],
      },
      outbox: [
        newItem('o1', { nextAt: 1_000 }),
        newItem('o2', { nextAt: 3_000 }),
        newItem('o3', { status: 'failed', nextAt: null }),
        newItem('o4', { status: 'done', nextAt: null }),
      ],
    },
  );
  await commit('c2', { handler: 'queue', lastCustomerNumber: 1 }, {});
  await commit('silent', { handler: 'queue' }, {});
  await commit('with an agent', { handler: 'agent', lastCustomerNumber: 1 }, {});
  expect(await read(2_000)).toEqual({
    outbox: { waiting: 2, overdue: 1, dead: 1 },
    timers: { waiting: 2, overdue: 1, failing: 0 },
    handoffs: expect.arrayContaining([
      { department: 'support', count: 1 },
      { department: null, count: 1 },
    ]),
  });
  await store.close();
});
