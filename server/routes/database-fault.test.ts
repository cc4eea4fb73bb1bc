import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contract } from '../../shared/api/contract.ts';
import { problemSchema } from '../../shared/api/problem.ts';
import { deskBot } from '../runtime/testing/desk-bot.ts';
import { checkFile } from '../store/sqlite/check-file.ts';
import { openSqlite } from '../store/sqlite/open-sqlite.ts';
import { createFaultyFiles } from '../store/sqlite/testing/faulty-file.ts';
import type { Store } from '../store/store.ts';
import { password, startTestServer, type TestServer } from './testing/test-server.ts';

let folder: string;
let server: TestServer;
let store: Store;
let files: ReturnType<typeof createFaultyFiles>;
let cookie: string;
let chat: { id: string; token: string };
let gate: { open: Promise<void>; letGo: () => void };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baton-fault-'));
  files = createFaultyFiles();
  gate = createGate();
  server = await startTestServer({
    real: true,
    ready: async () => {
      await store.ping();
      return true;
    },
    openDatabase: async () => {
      const database = await openSqlite(join(folder, 'baton.sqlite'), {
        open: files.open,
        check: async (path) => {
          await gate.open;
          checkFile(path);
        },
      });
      store = database.store;
      return database;
    },
  });
  cookie = await server.cookieOf('administrator', 'designer', 'agent');
  const { bot } = await ask(contract.botImport.answers[201], '/api/bots/import', deskBot);
  await ask(contract.releasePublish.answers[201], `/api/bots/${bot.id}/releases`, { note: '' });
  const opened = await ask(contract.chatOpen.answers[201], '/api/chat/desk/conversations', {});
  chat = opened.conversation;
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

function createGate() {
  const gate = { letGo: (): void => undefined };
  const open = new Promise<void>((done) => {
    gate.letGo = done;
  });
  return { open, letGo: () => gate.letGo() };
}

async function ask<Out>(schema: { parse(json: unknown): Out }, path: string, json: unknown): Promise<Out> {
  const answer = await server.call('POST', path, { cookie, json });
  expect(answer.status).toBe(201);
  return schema.parse(await answer.json());
}

const say = (id: string, text: string) =>
  server.call('POST', `/api/chat/conversations/${chat.id}/messages`, {
    bearer: chat.token,
    json: { id, text },
  });

async function readSaid(text: string): Promise<number> {
  const path = `/api/chat/conversations/${chat.id}/messages`;
  const answer = await server.call('GET', path, { bearer: chat.token });
  const { messages } = contract.chatMessages.answers[200].parse(await answer.json());
  return messages.filter(({ parts }) => parts.some((part) => part.type === 'text' && part.text === text))
    .length;
}

async function expectBusy(answer: Response): Promise<void> {
  expect([answer.url, answer.status]).toEqual([answer.url, 503]);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(problemSchema.parse(await answer.json()).type).toBe('urn:baton:problem:busy');
}

const ready = async () => (await server.call('GET', '/readyz')).status;

test.each([
  ['a sync fails', 'SQLITE_IOERR_FSYNC', /^commit/i, false],
  ['a sync fails after the data was written', 'SQLITE_IOERR_FSYNC', /^commit/i, true],
  ['a file fails in the middle of a turn', 'SQLITE_IOERR_TRUNCATE', /^insert into messages/i, false],
  ['a read fails', 'SQLITE_IOERR_READ', /^insert into events/i, false],
])('when %s, everybody is asked to come again, and what was said is kept once', async (_, code, at, done) => {
  expect((await say(randomUUID(), 'kept')).status).toBe(200);
  files.fail(at, code, { done });
  const id = randomUUID();
  await expectBusy(await say(id, 'hello'));

  const path = `/api/chat/conversations/${chat.id}/messages`;
  await expectBusy(await say(randomUUID(), 'early'));
  await expectBusy(await server.call('GET', path, { bearer: chat.token }));
  await expectBusy(
    await server.call('GET', `/api/chat/conversations/${chat.id}/stream`, { bearer: chat.token }),
  );
  await expectBusy(await server.call('GET', '/api/inbox/conversations?folder=all', { cookie }));
  await expectBusy(await server.call('GET', '/api/auth/session', { cookie }));
  await expectBusy(await server.call('POST', '/api/auth/sign-out', { cookie }));
  const someone = { email: 'someone@example.com', password };
  await expectBusy(await server.call('POST', '/api/auth/sign-in/email', { json: someone }));
  await expectBusy(await server.call('GET', '/readyz'));
  expect((await server.call('GET', '/healthz')).status).toBe(200);

  gate.letGo();
  await expect.poll(ready, { timeout: 15_000 }).toBe(200);
  expect((await say(id, 'hello')).status).toBe(200);
  expect([await readSaid('kept'), await readSaid('hello'), await readSaid('early')]).toEqual([1, 1, 0]);
  expect((await server.call('GET', '/api/inbox/conversations?folder=all', { cookie })).status).toBe(200);
  expect(server.log.filter((line) => line.includes('a call failed'))).toEqual([]);
});

test.each([
  ['is full', 'SQLITE_FULL'],
  ['refuses to write', 'SQLITE_IOERR_WRITE'],
])(
  'when the disk %s, what writes is asked to come again, reading goes on, and nothing is kept twice',
  async (_, code) => {
    expect((await say(randomUUID(), 'kept')).status).toBe(200);
    files.fail(/^commit/i, code, { times: 2 });
    const id = randomUUID();
    await expectBusy(await say(id, 'hello'));
    await expectBusy(await say(id, 'hello'));
    expect([await readSaid('kept'), await readSaid('hello')]).toEqual([1, 0]);
    expect(await ready()).toBe(200);
    expect((await say(id, 'hello')).status).toBe(200);
    expect(await readSaid('hello')).toBe(1);
    expect(files.opened).toHaveLength(1);
  },
);

test('many customers at once lose nothing that was answered, however often the disk fails', async () => {
  gate.letGo();
  const customers = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const opened = await ask(contract.chatOpen.answers[201], '/api/chat/desk/conversations', {});
      return opened.conversation;
    }),
  );
  const words = Array.from({ length: 12 }, (_, number) => `word ${number}`);
  const seen = new Set<number>();
  await Promise.all(
    customers.map(async (customer, index) => {
      for (const [number, text] of words.entries()) {
        if (index === 0)
          files.fail(number % 2 === 0 ? /^commit/i : /^insert into messages/i, 'SQLITE_IOERR_FSYNC');
        const id = randomUUID();
        for (let status = 0; status !== 200; ) {
          const path = `/api/chat/conversations/${customer.id}/messages`;
          const answer = await server.call('POST', path, { bearer: customer.token, json: { id, text } });
          await answer.text();
          status = answer.status;
          seen.add(status);
          if (status === 503) await expect.poll(ready, { timeout: 15_000 }).toBe(200);
        }
      }
    }),
  );
  expect([...seen].sort()).toEqual([200, 503]);
  expect(files.opened.length).toBeGreaterThan(3);
  for (const customer of customers) {
    const messages = await store.conversations.messages(customer.id, 0, 200);
    const said = messages.filter(({ from }) => from.kind === 'customer').map(({ parts }) => parts[0]);
    expect(said).toEqual(words.map((text) => ({ type: 'text', text })));
  }
}, 60_000);
