import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createReader, openDesk, type TestDesk } from '../testing/test-desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk();
  await desk.publish();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await desk.close();
});

type Chat = Awaited<ReturnType<TestDesk['openChat']>>;
type TestReader = ReturnType<typeof createReader>;

const numbers = ({ events }: TestReader) =>
  events.filter(({ event }) => event === 'message').map(({ id }) => Number(id));
const names = ({ events }: TestReader) => events.map(({ event }) => event);
const oneTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

async function follow(chat: Chat, lastEventId: string | null = null, after = 0): Promise<TestReader> {
  const reader = createReader(lastEventId);
  await chat.follow(reader.sink, after);
  return reader;
}

/** Signals are answered by reads that go on by themselves: whoever comes now has waited for them. */
async function settle(chat: Chat): Promise<void> {
  (await follow(chat)).leave();
}

async function countLast(chat: Chat): Promise<number> {
  return (await chat.read()).at(-1)?.number ?? 0;
}

describe('what a reader hears', () => {
  it('is every message once and in order, however often it goes and comes back', async () => {
    const chat = await desk.openChat();
    const steady = await follow(chat);
    const heard: number[] = [];
    for (let visit = 0; visit < 6; visit += 1) {
      const reader = await follow(chat, heard.length === 0 ? null : String(heard.at(-1)));
      await chat.say(`Opening hours ${visit}`);
      if (visit % 2 === 0) await settle(chat);
      reader.leave();
      await chat.say('Opening hours please');
      heard.push(...numbers(reader));
    }
    heard.push(...numbers(await follow(chat, String(heard.at(-1)))));
    await settle(chat);
    const last = await countLast(chat);
    expect(heard).toEqual(oneTo(last));
    expect(numbers(steady)).toEqual(oneTo(last));
  });

  it('begins after the number in the address where nothing was heard before', async () => {
    const chat = await desk.openChat();
    await chat.say('Opening hours');
    const last = await countLast(chat);
    expect(numbers(await follow(chat, null, last - 1))).toEqual([last]);
  });

  it('is what somebody else missed, without hearing anything twice', async () => {
    const chat = await desk.openChat();
    await chat.say('Opening hours');
    const last = await countLast(chat);
    const upToDate = await follow(chat, String(last));
    const late = await follow(chat);
    expect(numbers(late)).toEqual(oneTo(last));
    expect(numbers(upToDate)).toEqual([]);
    expect(names(upToDate)).toEqual(['handler']);
  });
});

it('tells a long story no faster than it is read, while others hear what is new', async () => {
  const chat = await desk.openChat();
  for (let count = 0; count < 60; count += 1) await chat.say(`Opening hours ${count % 2}`);
  const last = await countLast(chat);
  expect(last).toBeGreaterThan(101);
  const [slow, quick] = [createReader(), await follow(chat, String(last))];
  slow.fill();
  await chat.follow(slow.sink);
  expect(numbers(slow)).toEqual(oneTo(50));
  await chat.say('Opening hours');
  await settle(chat);
  const newest = await countLast(chat);
  expect(numbers(slow)).toEqual(oneTo(50));
  expect(numbers(quick)).toEqual(oneTo(newest).slice(last));
  slow.takeAll();
  await settle(chat);
  expect(numbers(slow)).toEqual(oneTo(newest));
});

describe('a reset', () => {
  it.each([
    ['lies beyond the last message', '99'],
    ['is no number', 'yesterday'],
    ['is a number that nobody counts to', '9'.repeat(20)],
  ])('is told when what the reader names %s, and everything follows', async (_, lastEventId) => {
    const chat = await desk.openChat();
    await chat.say('Opening hours');
    const reader = await follow(chat, lastEventId);
    expect(names(reader)[0]).toBe('reset');
    expect(numbers(reader)).toEqual(oneTo(await countLast(chat)));
    const before = await countLast(chat);
    await chat.say('Opening hours please');
    await settle(chat);
    expect(numbers(reader).slice(before)).toEqual(oneTo(await countLast(chat)).slice(before));
    expect(names(reader).filter((name) => name === 'reset')).toHaveLength(1);
  });

  it('is not told to a reader who has exactly everything', async () => {
    const chat = await desk.openChat();
    const reader = await follow(chat, String(await countLast(chat)));
    expect(names(reader)).toEqual(['handler']);
  });

  it('is told when the messages after a number are not there any more, instead of a gap', async () => {
    const chat = await desk.openChat();
    await chat.say('Opening hours');
    const last = await countLast(chat);
    const { conversations } = desk.runtime.deps.store;
    const read = conversations.messages;
    vi.spyOn(conversations, 'messages').mockImplementation(async (id, after, limit) =>
      (await read(id, Math.max(after, 2), limit)).filter(({ number }) => number > 2),
    );
    const reader = await follow(chat, '1');
    expect(names(reader)[0]).toBe('reset');
    expect(numbers(reader)).toEqual(oneTo(last).slice(2));
  });

  it('is the last word of a conversation that was removed meanwhile', async () => {
    const chat = await desk.openChat();
    const reader = await follow(chat);
    desk.clock.time += 3 * 24 * 60 * 60_000;
    const { store, signals } = desk.runtime.deps;
    expect(await store.conversations.removeUnbegun(desk.clock.time)).toBe(1);
    signals.send({ type: 'missed' });
    await expect.poll(() => reader.sink.isGone).toBe(true);
    expect(names(reader).at(-1)).toBe('reset');
    await expect(chat.follow(createReader('1').sink)).rejects.toMatchObject({ status: 404 });
  });
});

describe('what a turn costs live readers', () => {
  it('is one read for all who follow its conversation, and none for the others', async () => {
    const chats = await Promise.all(Array.from({ length: 5 }, () => desk.openChat()));
    const [spoken, ...others] = chats;
    if (!spoken) return expect.fail();
    for (const chat of others) await follow(chat);
    const readers: TestReader[] = [];
    for (let count = 0; count < 3; count += 1) readers.push(await follow(spoken));
    const { conversations } = desk.runtime.deps.store;
    const reads = vi.spyOn(conversations, 'messages');
    const looks = vi.spyOn(conversations, 'read');
    await spoken.say('Opening hours');
    const last = (await conversations.recall(spoken.id))?.lastNumber ?? 0;
    await expect.poll(() => readers.map((reader) => numbers(reader).at(-1))).toEqual([last, last, last]);
    expect(reads.mock.calls.map(([id]) => id)).toEqual([spoken.id]);
    expect(looks).not.toHaveBeenCalled();
  });

  it('is nothing once they have gone', async () => {
    const chat = await desk.openChat();
    (await follow(chat)).leave();
    const reads = vi.spyOn(desk.runtime.deps.store.conversations, 'messages');
    await chat.say('Opening hours');
    await new Promise((done) => setImmediate(done));
    expect(reads).not.toHaveBeenCalled();
  });
});

it('reads on after signals may have been lost', async () => {
  const chat = await desk.openChat();
  const reader = await follow(chat);
  const before = numbers(reader);
  const { signals } = desk.runtime.deps;
  const lost = vi.spyOn(signals, 'send').mockImplementation(() => undefined);
  await chat.say('Opening hours');
  expect(numbers(reader)).toEqual(before);
  lost.mockRestore();
  signals.send({ type: 'missed' });
  await settle(chat);
  expect(numbers(reader)).toEqual(oneTo(await countLast(chat)));
});

it('ends its readers when it cannot read, so that they come again, and says so in the log', async () => {
  const chat = await desk.openChat();
  const reader = await follow(chat);
  const broken = vi
    .spyOn(desk.runtime.deps.store.conversations, 'messages')
    .mockRejectedValue(new Error('disk I/O error'));
  await chat.say('Opening hours');
  await expect.poll(() => reader.sink.isGone).toBe(true);
  expect(desk.errors).toMatchObject([{ error: { message: 'disk I/O error' } }]);
  broken.mockRestore();
  const again = await follow(chat, String(numbers(reader).at(-1)));
  expect([...numbers(reader), ...numbers(again)]).toEqual(oneTo(await countLast(chat)));
});

it('tells those who wait their place in the queue when it changes', async () => {
  await desk.agent('ann').online();
  const [first, second] = [await desk.openChat(), await desk.openChat()];
  await first.say('I want to talk to a person');
  desk.clock.time += 1_000;
  await second.say('I want to talk to a person');
  const reader = await follow(second);
  const places = () =>
    reader.events.filter(({ event }) => event === 'queue').map(({ data }) => data.position);
  expect(places()).toEqual([2]);
  await desk.agent('ann').join(first.id);
  await expect.poll(places).toEqual([2, 1]);
});
