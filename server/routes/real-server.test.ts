import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { contract } from '../../shared/api/contract.ts';
import { problemSchema } from '../../shared/api/problem.ts';
import { type Route, toAddress } from '../../shared/api/route.ts';
import { hostileBodies, hostileIds } from './testing/hostile.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

let server: TestServer;
let cookie: string;
let bot: string;
let conversation: { id: string; token: string };

beforeAll(async () => {
  server = await startTestServer({ real: true });
  cookie = await server.cookieOf('administrator', 'designer', 'agent');
  const file = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../flows/handover-pl.bot.json'), 'utf8'),
  );
  bot = (await ask(contract.botImport.answers[201], '/api/bots/import', file)).bot.id;
  await ask(contract.releasePublish.answers[201], `/api/bots/${bot}/releases`, { note: 'first' });
  conversation = (await open()).conversation;
  const first = { id: randomUUID(), text: 'hej' };
  await ask(contract.chatSend.answers[200], `/api/chat/conversations/${conversation.id}/messages`, first);
});
afterAll(() => server.close());

const open = () => ask(contract.chatOpen.answers[201], '/api/chat/handover-pl/conversations', {});

/** Makes a call that must succeed, and reads its answer by the contract. */
async function ask<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  json: unknown,
): Promise<z.output<Schema>> {
  const by = path.startsWith('/api/chat/conversations') ? { bearer: conversation.token } : { cookie };
  const answer = await server.call('POST', path, { ...by, json });
  expect(answer.status).toBeLessThan(300);
  return schema.parse(await answer.json());
}

/** The addresses of a call: of what is there, of what is not, and hostile ones. */
function toPaths(route: Route): string[] {
  const here = route.tag === 'bots' ? bot : conversation.id;
  const names = Object.keys(route.params?.shape ?? {});
  const fill = (value: string) =>
    toAddress(route.path, Object.fromEntries(names.map((name) => [name, value])));
  if (names.length === 0) return [route.path];
  return [fill(here), fill('1'), ...hostileIds.map((id) => route.path.replace(/\{\w+\}/g, id))];
}

test.each(Object.entries<Route>(contract))('%s never fails, whatever is sent to it', async (name, route) => {
  const bodies: { json?: unknown; body?: string; headers?: Record<string, string> }[] =
    route.method === 'get'
      ? [{}]
      : [
          ...hostileBodies.map(([, type, body]) => ({ body, headers: { 'content-type': type } })),
          { json: {} },
        ];
  // Of what is there only hostile bodies change nothing; what would end the story for the next calls is left out.
  const ends = ['signOut', 'botDelete', 'personRemove', 'chatEnd'].includes(name);
  for (const path of toPaths(route).slice(ends ? 1 : 0)) {
    for (const init of bodies) {
      const by = route.roles === 'conversation' ? { bearer: conversation.token } : ends ? {} : { cookie };
      const answer = await server.call(route.method.toUpperCase(), path, { ...init, ...by });
      expect([path, init.body?.slice(0, 100), answer.status]).not.toEqual([path, expect.anything(), 500]);
      expect(answer.status).toBeLessThan(500);
      if (answer.status >= 400) problemSchema.parse(await answer.json());
      else await answer.body?.cancel();
    }
  }
});

test('a token opens its own conversation and no other, a key none', async () => {
  const other = (await open()).conversation;
  const key = await server.keyOf('administrator');
  const read = async (id: string, bearer: string) =>
    (await server.call('GET', `/api/chat/conversations/${id}/messages`, { bearer })).status;
  expect(await read(other.id, other.token)).toBe(200);
  expect(await read(conversation.id, other.token)).toBe(404);
  expect(await read(conversation.id, key)).toBe(401);
  expect(await read(conversation.id, 'guessed')).toBe(401);
});
