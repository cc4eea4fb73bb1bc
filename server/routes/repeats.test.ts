import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BotItem, Release } from '../../shared/api/bots.ts';
import { contract } from '../../shared/api/contract.ts';
import type { InboxConversation } from '../../shared/api/inbox-conversation.ts';
import type { Route } from '../../shared/api/route.ts';
import { cleanUp } from '../runtime/background/clean-up.ts';
import { deskBot } from '../runtime/testing/desk-bot.ts';
import { openPostgres } from '../store/postgres/open-postgres.ts';
import { openSqlite } from '../store/sqlite/open-sqlite.ts';
import type { Store } from '../store/store.ts';
import { createDatabase } from '../store/testing/postgres-place.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

const at = { x: 0, y: 0 };
const lent = {
  id: 'lend',
  name: 'Lend',
  nodes: [
    { id: 'start', type: 'flow-start', position: at, data: { forAgents: true } },
    { id: 'say', type: 'message', position: at, data: { text: 'Have you tried it again?' } },
  ],
  edges: [{ id: 'e1', source: 'start', sourceHandle: 'next', target: 'say' }],
};
const file = { ...deskBot, flows: [...deskBot.flows, lent] };

let server: TestServer;
let store: Store;
let ann: string;
let bob: string;
let dora: string;
let conversation: string;

beforeAll(async () => {
  server = await startTestServer({
    real: true,
    openDatabase: async () => {
      const database = await openSqlite(':memory:');
      store = database.store;
      return database;
    },
  });
  [ann, bob] = [await server.cookieOf('agent'), await server.cookieOf('agent')];
  dora = await server.cookieOf('designer');
  const { bot } = await answer(post('/api/bots/import', file, dora));
  await answer(post(`/api/bots/${bot.id}/releases`, {}, dora));
});
afterAll(() => server.close());
beforeEach(async () => {
  conversation = await openChat(server);
});

function post(path: string, json: unknown, cookie: string, key?: string, to = server): Promise<Response> {
  return to.call('POST', path, {
    json,
    cookie,
    headers: key === undefined ? {} : { 'idempotency-key': key },
  });
}

interface OpenApi {
  paths: Record<string, Partial<Record<Route['method'], { parameters?: { name: string; in: string }[] }>>>;
}

/** What the calls of this file answer, each its part. */
interface Body {
  conversation: Pick<InboxConversation, 'id' | 'handler' | 'notes' | 'messages'> & { token: string };
  bot: BotItem;
  release: Release;
}

/** The body of a call that must succeed. */
async function answer(called: Promise<Response>): Promise<Body> {
  const response = await called;
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as Body;
}

/** A conversation of a customer who waits for a person. */
async function openChat(on: TestServer): Promise<string> {
  const opened = await answer(on.call('POST', '/api/chat/desk/conversations', { json: {} }));
  const { id, token } = opened.conversation;
  const json = { id: randomUUID(), text: 'I want to talk to a person' };
  await answer(on.call('POST', `/api/chat/conversations/${id}/messages`, { json, bearer: token }));
  return id;
}

const on = (call: string) => `/api/inbox/conversations/${conversation}/${call}`;

/** All that a call may have changed of the conversation. */
async function look() {
  const [{ version, lastNumber, eventCount } = {}, notes] = [
    (await store.conversations.read(conversation)) ?? {},
    await store.desk.notes(conversation),
  ];
  return { version, lastNumber, eventCount, notes: notes.length };
}

type Step = [call: string, body: unknown];
const joined: Step[] = [['join', {}]];
const calls: [call: string, before: Step[], body: unknown, after: Step[], otherBody: unknown][] = [
  ['join', [], {}, [['return', {}]], undefined],
  ['resolve', joined, { outcome: 'solved' }, [], { outcome: 'other' }],
  ['survey', [...joined, ['resolve', { survey: false }]], { name: 'happy' }, [], { name: 'other' }],
  ['flow', joined, { flow: 'lend' }, [], { flow: 'other' }],
  ['events', [...joined, ['resolve', { survey: false }]], { name: 'paid' }, [], { name: 'other' }],
  ['return', joined, {}, [['join', {}]], undefined],
  ['assign', [], { department: null }, [], { agent: null }],
  ['notes', [], { text: 'Calls back' }, [], { text: 'Does not' }],
  ['tags', [], { add: ['vip'] }, [['tags', { remove: ['vip'] }]], { add: ['other'] }],
  ['folder', joined, { folder: 'spam' }, [['folder', { folder: null }]], { folder: 'done' }],
];

describe.each(calls)('%s with an Idempotency-Key', (call, before, body, after, otherBody) => {
  it('sent again answers as the first time and changes nothing', async () => {
    for (const [step, with_] of before) await answer(post(on(step), with_, ann));
    const first = await answer(post(on(call), body, ann, 'k1'));
    for (const [step, with_] of after) await answer(post(on(step), with_, ann));
    const kept = await look();
    const again = await answer(post(on(call), body, ann, '"k1"'));
    expect(again.conversation.id).toBe(first.conversation.id);
    expect(await look()).toEqual(kept);
    if (otherBody === undefined) return;
    const other = await post(on(call), otherBody, ann, 'k1');
    expect(other.status).toBe(409);
    expect(await other.json()).toMatchObject({ type: 'urn:baton:problem:repeated-id' });
  });
});

it('an agent’s message carries its id itself', async () => {
  await answer(post(on('join'), {}, ann));
  const said = { id: randomUUID(), text: 'Hello' };
  const first = await answer(post(on('messages'), said, ann));
  const kept = await look();
  const again = await answer(post(on('messages'), said, ann));
  expect(again.conversation.messages).toEqual(first.conversation.messages);
  expect(await look()).toEqual(kept);
  expect((await post(on('messages'), { ...said, text: 'Bye' }, ann)).status).toBe(409);
});

it('the calls that take a key say so in their description', async () => {
  const { paths } = (await (await server.call('GET', '/api/openapi.json')).json()) as OpenApi;
  const takes = Object.values<Route>(contract).filter(({ method, path }) =>
    paths[path]?.[method]?.parameters?.some(({ name }) => name === 'Idempotency-Key'),
  );
  expect(takes).toHaveLength(15);
  expect(takes).toEqual(Object.values<Route>(contract).filter(({ repeatable }) => repeatable));
});

describe('a key', () => {
  it('keeps the join that won, whoever has joined since', async () => {
    await answer(post(on('join'), {}, ann, 'mine'));
    await answer(post(on('return'), {}, ann));
    await answer(post(on('join'), {}, bob));
    expect((await post(on('join'), {}, ann)).status).toBe(409);
    const kept = await store.conversations.read(conversation);
    expect((await answer(post(on('join'), {}, ann, 'mine'))).conversation.id).toBe(conversation);
    expect(await store.conversations.read(conversation)).toEqual(kept);
  });

  it('keeps a call too that found nothing to do', async () => {
    await answer(post(on('join'), {}, ann));
    await answer(post(on('join'), {}, ann, 'idle'));
    await answer(post(on('return'), {}, ann));
    await answer(post(on('join'), {}, ann, 'idle'));
    expect((await store.conversations.read(conversation))?.handler).toBe('queue');
  });

  it('of a refused call is decided anew', async () => {
    await answer(post(on('join'), {}, bob));
    expect((await post(on('join'), {}, ann, 'later')).status).toBe(409);
    await answer(post(on('return'), {}, bob));
    expect((await answer(post(on('join'), {}, ann, 'later'))).conversation.handler).toBe('agent');
  });

  it('belongs to its caller, its call and what it is about', async () => {
    await answer(post(on('notes'), { text: 'one' }, ann, 'same'));
    await answer(post(on('notes'), { text: 'two' }, bob, 'same'));
    await answer(post(on('tags'), { add: ['vip'] }, ann, 'same'));
    expect(await look()).toMatchObject({ notes: 2 });
    const first = conversation;
    conversation = await openChat(server);
    await answer(post(on('notes'), { text: 'three' }, ann, 'same'));
    expect(await look()).toMatchObject({ notes: 1 });
    expect(conversation).not.toBe(first);
  });

  it('sent ten times at once does its call once', async () => {
    const ten = Array.from({ length: 10 });
    await Promise.all(ten.map(() => answer(post(on('notes'), { text: 'once' }, ann, 'at once'))));
    await Promise.all(ten.map(() => answer(post(on('join'), {}, ann, 'at once'))));
    const { notes, eventCount } = await look();
    const events = await store.conversations.events(conversation);
    expect([notes, events.filter(({ event }) => event.type === 'agent-joined').length]).toEqual([1, 1]);
    expect(eventCount).toBe(events.length);
  });

  it.each(['x'.repeat(256), '"open', ''])('like %j is refused with what it must be', async (key) => {
    const refused = await post(on('notes'), { text: 'x' }, ann, key);
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({
      type: 'urn:baton:problem:bad-idempotency-key',
      detail: expect.stringContaining('1 to 255 printable'),
    });
    expect(await look()).toMatchObject({ notes: 0 });
  });

  it('is kept for 30 days', async () => {
    await answer(post(on('notes'), { text: 'x' }, ann, 'month'));
    const day = 24 * 60 * 60_000;
    for (const [days, notes] of [
      [29, 1],
      [31, 2],
    ] as const) {
      await cleanUp({ store, clock: { now: () => server.clock.now + days * day } });
      await answer(post(on('notes'), { text: 'x' }, ann, 'month'));
      expect(await look()).toMatchObject({ notes });
    }
  });
});

describe('designers’ calls with a key', () => {
  const once = async (path: string, json: unknown, key: string, meanwhile: () => Promise<unknown>) => {
    const first = await answer(post(path, json, dora, key));
    await meanwhile();
    const again = await post(path, json, dora, key);
    expect([again.status, await again.json()]).toEqual([
      path.endsWith('/restore') ? again.status : 201,
      first,
    ]);
    return first;
  };
  const nothing = async () => undefined;
  const count = async () => (await store.bots.list(false)).length;
  const rename = (slug: string) => (id: string) =>
    server.call('PATCH', `/api/bots/${id}`, { json: { slug }, cookie: dora });

  it('make one bot', async () => {
    const before = await count();
    const { bot } = await once('/api/bots', { name: 'Shop' }, 'create', nothing);
    expect(await count()).toBe(before + 1);
    expect(bot).toEqual((await answer(server.call('GET', `/api/bots/${bot.id}`, { cookie: dora }))).bot);
    expect((await post('/api/bots', { name: 'Other' }, dora, 'create')).status).toBe(409);
    await rename('elsewhere')(bot.id);
    expect((await answer(post('/api/bots', { name: 'Shop' }, dora, 'create'))).bot.slug).toBe('shop');
  });

  it('import one bot, also ten times at once', async () => {
    const before = await count();
    const made = await Promise.all(
      Array.from({ length: 10 }, () => answer(post('/api/bots/import', file, dora, 'import'))),
    );
    expect(new Set(made.map(({ bot }) => bot.id)).size).toBe(1);
    expect(made).toEqual(made.map(() => made[0]));
    expect(await count()).toBe(before + 1);
    expect((await post('/api/bots/import?slug=other', deskBot, dora, 'import')).status).toBe(409);
  });

  it('replace a draft, publish it, and publish an earlier release again, once each', async () => {
    const { bot } = await answer(post('/api/bots/import', file, dora));
    const replacing = `/api/bots/import?replaces=${bot.id}`;
    const replaced = await once(
      replacing,
      { ...deskBot, bot: { ...deskBot.bot, name: 'New' } },
      'replace',
      nothing,
    );
    expect(replaced.bot).toMatchObject({ id: bot.id, name: 'New', draftAhead: true });
    expect((await store.bots.read(bot.id))?.draftRevision).toBe(2);
    const releases = `/api/bots/${bot.id}/releases`;
    const publishMore = () => answer(post(releases, { note: 'more' }, dora));
    expect(await once(releases, { note: 'first' }, 'publish', publishMore)).toMatchObject({
      release: { number: 1, note: 'first', current: true },
    });
    expect(await once(`${releases}/1/restore`, {}, 'back', publishMore)).toMatchObject({
      release: { number: 3 },
    });
    expect((await store.bots.releases(bot.id)).map(({ number }) => number)).toEqual([4, 3, 2, 1]);
  });

  it('take a bot back once', async () => {
    const { bot } = await answer(post('/api/bots', { name: 'Gone' }, dora));
    const remove = () => server.call('DELETE', `/api/bots/${bot.id}`, { cookie: dora });
    await remove();
    const first = await once(`/api/bots/${bot.id}/restore`, {}, 'take back', remove);
    expect(first.bot.archivedAt).toBeNull();
    expect((await store.bots.read(bot.id))?.archivedAt).not.toBeNull();
  });
});

it('a key holds for all processes of a database', async () => {
  const url = await createDatabase();
  const start = () => startTestServer({ real: true, openDatabase: () => openPostgres(url) });
  const [one, other] = [await start(), await start()];
  const administrator = await one.cookieOf('administrator');
  const both = (path: string, json: unknown, key: string) =>
    Promise.all([one, other, one, other].map((to) => answer(post(path, json, administrator, key, to))));
  const imported = await both('/api/bots/import', file, 'import');
  expect(imported).toEqual(imported.map(() => imported[0]));
  const id = imported[0]?.bot.id;
  const published = await both(`/api/bots/${id}/releases`, {}, 'publish');
  expect(published.map(({ release }) => release.number)).toEqual([1, 1, 1, 1]);
  conversation = await openChat(one);
  await both(on('notes'), { text: 'once' }, 'note');
  await both(on('join'), {}, 'join');
  await both(on('resolve'), { outcome: 'solved', survey: false }, 'resolve');
  const seen = await answer(other.call('GET', on('').slice(0, -1), { cookie: administrator }));
  expect(seen.conversation.notes).toHaveLength(1);
  const notices = seen.conversation.messages.flatMap(({ parts }) =>
    parts.filter((part) => part.type === 'notice' && part.code === 'bot-back'),
  );
  expect(notices).toHaveLength(1);
  await one.close();
  await other.close();
}, 60_000);
