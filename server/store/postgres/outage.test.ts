import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Store } from '../store.ts';
import { StoreUnavailable } from '../store-unavailable.ts';
import { createDatabase } from '../testing/postgres-place.ts';
import { newConversation, newMessage, newTurn } from '../testing/records.ts';
import { openPostgres } from './open-postgres.ts';
import { type BrokenLine, createBrokenLine } from './testing/broken-line.ts';

let line: BrokenLine;
let store: Store;
beforeEach(async () => {
  line = await createBrokenLine(await createDatabase());
  ({ store } = await openPostgres(line.url));
});
afterEach(async () => {
  await store.close();
  await line.close();
});

const begin = () => newTurn(newConversation());
const say = (number: number) =>
  newTurn(newConversation({ version: number + 1, lastNumber: number }), {
    messages: [newMessage(number, `word ${number}`)],
    clientCall: { scope: 'c1', id: `call ${number}`, bodyHash: 'h', answer: {}, at: 1 },
  });
const numbers = async () => (await store.conversations.messages('c1', 0, 99)).map(({ number }) => number);

it.each([
  ['begin', 'before'],
  ['begin', 'after'],
  ['insert into messages', 'before'],
  ['insert into messages', 'after'],
  ['commit', 'before'],
  ['commit', 'after'],
] as const)('writes a turn once where the line breaks at its %s, %s it', async (words, when) => {
  await store.conversations.commit(begin());
  line.breakAt(words, when);
  expect(await store.conversations.commit(say(1))).toBe('done');
  expect(await numbers()).toEqual([1]);
  expect((await store.conversations.read('c1'))?.version).toBe(2);
  expect(await store.conversations.commit(say(1))).toBe('conflict');
});

it('tells the one whose turn was committed from the one who came too late, though both lines broke', async () => {
  await store.conversations.commit(begin());
  const other = (await openPostgres(line.url)).store;
  line.breakAt('commit', 'after');
  const turns = [say(1), { ...say(1), messages: [{ ...newMessage(1, 'other'), id: 'other' }] }];
  const results = await Promise.all([
    store.conversations.commit(turns[0] ?? begin()),
    other.conversations.commit(turns[1] ?? begin()),
  ]);
  expect(results.toSorted()).toEqual(['conflict', 'done']);
  const [message] = await store.conversations.messages('c1', 0, 9);
  expect(message?.id).toBe(results[0] === 'done' ? 'c1-m1' : 'other');
  await other.close();
});

it('says that it is away while the database is gone, and goes on by itself when it is back', async () => {
  await store.conversations.commit(begin());
  line.cut();
  await expect(store.conversations.commit(say(1))).rejects.toThrow(StoreUnavailable);
  await expect(store.conversations.read('c1')).rejects.toThrow(StoreUnavailable);
  await expect(store.ping()).rejects.toThrow(StoreUnavailable);
  await expect(store.inbox.live()).rejects.toThrow(StoreUnavailable);
  line.mend();
  expect(await store.conversations.commit(say(1))).toBe('done');
  expect(await numbers()).toEqual([1]);
  await store.ping();
});

it('tries again where transactions stand in each other’s way', async () => {
  await store.close();
  ({ store } = await openPostgres(`${line.url}?options=-c%20default_transaction_isolation%3Dserializable`));
  await store.conversations.commit(begin());
  const late = Array.from({ length: 12 }, (_, index) => ({
    ...say(1),
    clientCall: null,
    messages: [{ ...newMessage(1, 'x'), id: `m${index}` }],
  }));
  const results = await Promise.all(late.map((turn) => store.conversations.commit(turn)));
  expect(results.toSorted()).toEqual([...Array(11).fill('conflict'), 'done']);
  expect(await numbers()).toEqual([1]);
});
