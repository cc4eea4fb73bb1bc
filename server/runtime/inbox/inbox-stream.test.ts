import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Caller } from '../../services.ts';
import type { Signal } from '../signals.ts';
import { createReader, openDesk, type TestDesk } from '../testing/test-desk.ts';
import { createInboxStreams, type InboxStreams } from './inbox-stream.ts';

let desk: TestDesk;
let streams: InboxStreams;
beforeEach(async () => {
  desk = await openDesk();
  await desk.publish();
  streams = createInboxStreams(desk.runtime.deps);
});
afterEach(() => desk.close());

const toCaller = (departments: string[], roles: Caller['roles'] = ['agent']): Caller => ({
  ...desk.agent('ann').caller,
  roles,
  departments,
});
const changed = (departments: (string | null)[], begun = true): Signal => ({
  type: 'conversation',
  conversation: 'c1',
  number: 7,
  departments,
  begun,
  at: 1234,
});

async function open(caller: Caller, lastEventId: string | null = null) {
  const reader = createReader(lastEventId);
  await streams.follow(caller, reader.sink);
  return reader;
}

it('hints to those who may see the conversation where it is or where it was, with the moment as cursor', async () => {
  const [sales, support, everybody] = [
    await open(toCaller(['sales'])),
    await open(toCaller(['support'])),
    await open(toCaller([], ['administrator'])),
  ];
  desk.runtime.deps.signals.send(changed(['sales', 'billing']));
  const hint = { event: 'conversation', data: { conversation: 'c1', number: 7 }, id: 1234 };
  expect([sales.events, support.events, everybody.events]).toEqual([[hint], [], [hint]]);
  desk.runtime.deps.signals.send(changed([null, 'sales']));
  expect(support.events).toEqual([hint]);
});

it('hints at nothing before the customer has spoken, and never at what the bot or an agent types', async () => {
  const reader = await open(toCaller([]));
  const { signals } = desk.runtime.deps;
  signals.send(changed([null], false));
  signals.send({ type: 'typing', conversation: 'c1', from: 'bot', department: null });
  signals.send({ type: 'typing', conversation: 'c1', from: 'customer', department: null });
  signals.send({ type: 'status', agent: 'bob', status: 'away' });
  expect(reader.events).toEqual([
    { event: 'typing', data: { conversation: 'c1' } },
    { event: 'status', data: { agent: 'bob', status: 'away' } },
  ]);
});

it('hints at what was missed, also at what happened at the very moment of the cursor', async () => {
  const chat = await desk.openChat();
  await chat.say('Opening hours');
  const reader = await open(toCaller([]), String(desk.clock.time));
  expect(reader.events).toMatchObject([{ event: 'conversation', data: { conversation: chat.id } }]);
});

it.each([
  ['is none of ours', 'not a cursor'],
  ['lies in the future, since the clock was set back or the database is another', '9999999999999'],
])('says reset for a cursor that %s, with one to go on from', async (_, cursor) => {
  const reader = await open(toCaller([]), cursor);
  expect(reader.events).toEqual([{ event: 'reset', data: {}, id: desk.clock.time }]);
});

it('says reset when signals may have been lost', async () => {
  const reader = await open(toCaller([]));
  desk.runtime.deps.signals.send({ type: 'missed' });
  expect(reader.events).toEqual([{ event: 'reset', data: {}, id: desk.clock.time }]);
});

it('tells nobody who has gone', async () => {
  const reader = await open(toCaller([]));
  reader.leave();
  desk.runtime.deps.signals.send(changed([null]));
  expect(reader.events).toEqual([]);
});
