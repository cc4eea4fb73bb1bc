import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from '../../shared/api/contract.ts';
import { problemSchema } from '../../shared/api/problem.ts';
import { type Route, toAddress } from '../../shared/api/route.ts';
import { createFakeServices } from './testing/fake-services.ts';
import { hostileBodies, hostileIds } from './testing/hostile.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

let server: TestServer;
let cookie: string;
beforeAll(async () => {
  server = await startTestServer();
  cookie = await server.cookieOf('administrator', 'designer', 'agent');
});
afterAll(() => server.close());

const changing = Object.entries<Route>(contract).filter(([, route]) => route.method !== 'get');

describe.each(changing)('%s', (_, route) => {
  test.each(hostileBodies)('answers %s with a problem document, never a 500', async (_name, type, body) => {
    const answer = await send(route, { body, headers: { 'content-type': type } });
    expect(answer.status).toBeLessThan(500);
    // A bot file may be anything at this level: the checks read it.
    if (answer.status < 400)
      expect((route.body ?? z.strictObject({})).safeParse(JSON.parse(body)).success).toBe(true);
    else await expectProblem(answer);
  });
});

test.each(Object.entries<Route>(contract))('%s refuses hostile addresses', async (_, route) => {
  for (const id of hostileIds) {
    const path = route.path.replace(/\{\w+\}/g, id);
    const answer = await send(route, { path, ...(route.method !== 'get' && { json: { hostile: true } }) });
    expect(answer.status).toBeLessThan(500);
    await answer.body?.cancel();
  }
  const answer = await send(route, { path: `${toPath(route)}?after=x&after=y&hostile=1&__proto__=1` });
  // An upload is already refused for not being multipart.
  expect(answer.status).toBe(route.accepts === 'multipart' ? 415 : 400);
  await expectProblem(answer);
});

test('names every mistake with its place, in the language of the caller', async () => {
  const answer = await server.call('POST', '/api/admin/people', {
    cookie,
    json: { email: 'nobody', roles: ['king'], more: 1 },
    headers: { 'accept-language': 'fr, nl-BE;q=0.9, en;q=0.8' },
  });
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(answer.headers.get('content-language')).toBe('nl');
  expect(await answer.json()).toMatchObject({
    type: 'urn:baton:problem:bad-input',
    status: 400,
    title: 'De aanroep bevat fouten',
    errors: [
      { path: 'body.email', code: 'email', message: 'Dit is geen e-mailadres, zoals naam@example.com.' },
      { path: 'body.roles[0]', code: 'one-of-values' },
      { path: 'body.more', code: 'unknown-field' },
    ],
  });
});

test('a body is not read before its sender is known to be allowed', async () => {
  const answer = await server.call('POST', '/api/bots/import', { json: { big: 'x'.repeat(1_000_000) } });
  expect(answer.status).toBe(401);
});

test('what is larger than the call allows is refused with the limit', async () => {
  const answer = await server.call('POST', '/api/bots/import', {
    cookie,
    json: 'x'.repeat(21 * 1024 * 1024),
  });
  expect([answer.status, await answer.json()]).toEqual([
    413,
    expect.objectContaining({ detail: expect.stringContaining('20 MB') }),
  ]);
});

test('a method that an address does not know is told which it knows', async () => {
  const answer = await server.call('DELETE', '/api/bots', { cookie });
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST']);
  await expectProblem(answer);
});

test('an address that is nowhere is a problem document', async () => {
  await expectProblem(await server.call('GET', '/api/nowhere'));
});

test('a bug of ours is a 500 that shows nothing of it, and is logged with the number that is told', async () => {
  const services = createFakeServices({
    bots: { botList: () => Promise.reject(new Error('the secret inside')) },
  });
  const broken = await startTestServer({ services });
  const answer = await broken.call('GET', '/api/bots', { cookie: await broken.cookieOf('designer') });
  const text = await answer.text();
  expect(answer.status).toBe(500);
  expect(text).not.toContain('secret inside');
  const number = /[0-9a-f-]{36}/.exec(text)?.[0] ?? 'none';
  expect(broken.log.find((line) => line.includes(number))).toContain('the secret inside');
  await broken.close();
});

test('the log holds no token, cookie, query or body', async () => {
  const id = 'd0f1c5a4-6a54-4f5e-8f9b-6a2a3b9d0c11';
  await server.call('POST', '/api/chat/conversations/c1/messages', {
    bearer: 'token-of-a-customer',
    json: { id, text: 'words of a customer' },
  });
  await server.call('GET', '/api/inbox/conversations?q=name-searched-for', { cookie });
  const log = server.log.join('');
  expect(log).toContain('/api/chat/conversations/c1/messages');
  for (const secret of ['token-of-a-customer', 'words of a customer', 'name-searched-for', cookie]) {
    expect(log).not.toContain(secret);
  }
});

function toPath(route: Route): string {
  return toAddress(
    route.path,
    Object.fromEntries(Object.keys(route.params?.shape ?? {}).map((name) => [name, '1'])),
  );
}

function send(
  route: Route,
  {
    path = toPath(route),
    headers,
    ...init
  }: { path?: string; body?: string; json?: unknown; headers?: Record<string, string> },
): Promise<Response> {
  // Without the cookie where nobody needs it: a sign-out that fits would end the session of all that follows.
  const by =
    route.roles === 'conversation' ? { bearer: 'a-token' } : route.roles === 'public' ? {} : { cookie };
  return server.call(route.method.toUpperCase(), path, { ...init, ...by, ...(headers && { headers }) });
}

async function expectProblem(answer: Response): Promise<void> {
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const problem = problemSchema.parse(await answer.json());
  expect(problem.status).toBe(answer.status);
  expect(problem.title).not.toBe('');
}
