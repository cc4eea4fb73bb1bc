import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it } from 'vitest';
import { createDatabase } from '../testing/postgres-place.ts';
import { newConversation, newMessage, newTurn } from '../testing/records.ts';
import { openPostgres } from './open-postgres.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/scaling.md'), 'utf8');
const divide = /```sql\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
/** 20 November 2026, in the month that the page names, and one that it does not. */
const [inMonth, later] = [Date.UTC(2026, 10, 20), Date.UTC(2027, 4, 1)];

it('can divide messages by time as docs/scaling.md says, with conversations in them that go on', async () => {
  const url = await createDatabase();
  const { store } = await openPostgres(url);
  const say = (number: number, at: number) =>
    newTurn(newConversation({ version: number, lastNumber: number }), {
      messages: [{ ...newMessage(number, `word ${number}`), at }],
    });
  await store.conversations.commit(say(1, inMonth));
  const client = new pg.Client(url);
  await client.connect();
  await client.query(divide);
  const where = async () =>
    (await client.query('select tableoid::regclass::text as name from messages order by number')).rows.map(
      ({ name }) => name,
    );
  await store.conversations.commit(say(2, inMonth));
  await store.conversations.commit(say(3, later));
  expect((await store.conversations.messages('c1', 0, 9)).map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(await where()).toEqual(['messages_2026_11', 'messages_2026_11', 'messages_rest']);
  await client.end();
  await store.close();
});
