import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationRecord, EventRecord } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { publishBot } from './bots/publish-bot.ts';
import { type ReplayDifference, replayConversation } from './replay.ts';
import { replayAll } from './replay-all.ts';
import { openDesk, type TestDesk } from './testing/test-desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk();
  await desk.publish();
  await desk.agent('ann').online();
});
afterEach(() => desk.close());

async function talk(): Promise<string> {
  const [ann, chat] = [desk.agent('ann'), await desk.openChat()];
  await chat.say('Opening hours');
  await chat.say('leave a note');
  await chat.say('something that nobody drew');
  await chat.say('I want to talk to a person');
  await ann.inbox().inboxAssign({ ...ann.on(chat.id), body: { agent: 'ann' } });
  await ann.join(chat.id);
  await ann.inbox().inboxTags({ ...ann.on(chat.id), body: { add: ['vip'] } });
  await ann.write(chat.id, 'Hello');
  await ann.resolve(chat.id);
  await chat.send({ rating: { value: 2, comment: 'too slow' } });
  return chat.id;
}

/** The database as if these conversations and events stood in it. */
function pretend(
  change: (conversation: ConversationRecord) => ConversationRecord,
  changeEvent: (event: EventRecord) => EventRecord = (event) => event,
): Store {
  const { store } = desk.runtime.deps;
  const { conversations } = store;
  return {
    ...store,
    conversations: {
      ...conversations,
      read: async (id) => {
        const found = await conversations.read(id);
        return found && change(found);
      },
      events: async (...of) => (await conversations.events(...of)).map(changeEvent),
    },
  };
}

const same = (conversation: ConversationRecord) => conversation;
const replay = (store: Store, id: string) => replayConversation(store, desk.runtime.deps.bots, id);

describe('the log of a conversation', () => {
  it('replays to what is stored', async () => {
    const id = await talk();
    const events = await desk.runtime.deps.store.conversations.events(id);
    expect(events.length).toBeGreaterThan(9);
    expect(events.map(({ number }) => number)).toEqual(events.map((_, index) => index + 1));
    expect(await replay(desk.runtime.deps.store, id)).toBeNull();
  });

  it('tells the language that the conversation began in', async () => {
    const chat = await desk.openChat();
    const [first] = await desk.runtime.deps.store.conversations.events(chat.id);
    expect(first?.event).toEqual({ type: 'start', language: 'en' });
  });

  it('written before the language stood in it replays all the same', async () => {
    const id = await talk();
    const older = pretend(same, (record) =>
      record.event.type === 'start' ? { ...record, event: { type: 'start' } } : record,
    );
    expect(await replay(older, id)).toBeNull();
  });

  it('replays after a new release, and after the customer has left', async () => {
    const { deps } = desk.runtime;
    const chat = await desk.openChat();
    const bot = await deps.bots.find('desk');
    const running = await deps.bots.release(bot?.id ?? '', 1);
    if (!bot || !running) throw new Error('The bot was not published.');
    await publishBot(deps, bot.id, running.file, { note: '', by: 'test', at: 1, revision: null });
    await chat.say('I want to talk to a person');
    expect((await deps.store.conversations.read(chat.id))?.state.release).toBe(2);
    await desk.agent('ann').join(chat.id);
    await desk.runtime.services.chat.chatEnd({ ...chat.call, body: {} });
    await desk.agent('ann').write(chat.id, 'Goodbye');
    await desk.agent('ann').resolve(chat.id);
    expect(await replay(desk.runtime.deps.store, chat.id)).toBeNull();
  });
});

describe('what is not as the log says is found', () => {
  const wrong: [what: string, change: (kept: ConversationRecord) => ConversationRecord, path: string][] = [
    [
      'a variable',
      (kept) => ({ ...kept, state: { ...kept.state, variables: { x: 1 } } }),
      '/state/variables/x',
    ],
    ['a tag', (kept) => ({ ...kept, state: { ...kept.state, tags: [] } }), '/state/tags/0'],
    ['the handler', (kept) => ({ ...kept, handler: 'agent' }), '/handler'],
    ['the number of events', (kept) => ({ ...kept, eventCount: kept.eventCount + 1 }), '/eventCount'],
    ['the last number', (kept) => ({ ...kept, lastNumber: kept.lastNumber + 1 }), '/lastNumber'],
  ];

  it.each(wrong)('%s', async (_what, change, path) => {
    const id = await talk();
    expect(await replay(pretend(change), id)).toMatchObject({ conversation: id, path });
  });

  it('an event that is missing, at its number', async () => {
    const id = await talk();
    const shifted = pretend(same, (record) =>
      record.number < 3 ? record : { ...record, number: record.number + 1 },
    );
    expect(await replay(shifted, id)).toMatchObject({ event: 4, path: '/number', stored: 4, replayed: 3 });
  });

  it('a release that nothing brought', async () => {
    const id = await talk();
    const moved = pretend(same, (record) =>
      record.event.type === 'agent-joined' ? { ...record, release: 2 } : record,
    );
    expect(await replay(moved, id)).toMatchObject({ path: '/release', stored: 2, replayed: 1 });
  });
});

it('a whole database is replayed by pages, and each conversation that differs is told', async () => {
  const ids: string[] = [];
  for (let count = 0; count < 60; count += 1) ids.push((await desk.openChat()).id);
  const { store, bots } = desk.runtime.deps;
  const told: ReplayDifference[] = [];
  const tampered: Store = {
    ...store,
    conversations: {
      ...store.conversations,
      page: async (after, limit) =>
        (await store.conversations.page(after, limit)).map((kept) =>
          kept.id === ids[7] ? { ...kept, handler: 'queue' } : kept,
        ),
    },
  };
  const totals = await replayAll(tampered, bots, (difference) => told.push(difference));
  expect(totals).toEqual({ conversations: 60, events: 60, differences: 1 });
  expect(told).toEqual([
    { conversation: ids[7], event: 1, path: '/handler', stored: 'queue', replayed: 'bot' },
  ]);
});
