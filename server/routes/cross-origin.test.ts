import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFakeServices } from './testing/fake-services.ts';
import { publicUrl, startTestServer, type TestServer } from './testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  const allowedOrigins = async (of: { bot: string } | { conversation: string }) =>
    ('bot' in of ? of.bot : of.conversation) === 'closed' ? ['https://shop.example'] : [];
  server = await startTestServer({ services: createFakeServices({ chat: { allowedOrigins } }) });
});
afterAll(() => server.close());

const from = (origin: string) => ({ headers: { origin } });
const id = 'd0f1c5a4-6a54-4f5e-8f9b-6a2a3b9d0c11';

test('any page may talk to a bot that names none, without credentials', async () => {
  const path = '/api/chat/open/conversations';
  const preflight = await server.call('OPTIONS', path, from('https://anywhere.example'));
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-origin')).toBe('https://anywhere.example');
  expect(preflight.headers.get('access-control-allow-headers')).toMatch(/Authorization.*Last-Event-ID/);
  expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
  const answer = await server.call('POST', path, { ...from('https://anywhere.example'), json: { id } });
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([
    201,
    'https://anywhere.example',
  ]);
});

test('a problem can be read by the page too', async () => {
  const answer = await server.call('POST', '/api/chat/open/conversations', {
    ...from('https://anywhere.example'),
    json: { more: 1 },
  });
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([
    400,
    'https://anywhere.example',
  ]);
});

test.each(['/api/chat/closed', '/api/chat/conversations/closed/messages'])(
  'only named pages may call %s, and others can read why not',
  async (path) => {
    const evil = from('https://evil.example');
    expect((await server.call('OPTIONS', path, evil)).status).toBe(204);
    const before = server.services.calls.length;
    const stranger = await server.call('GET', path, { ...evil, bearer: 'token' });
    expect([stranger.status, stranger.headers.get('access-control-allow-origin')]).toEqual([
      403,
      'https://evil.example',
    ]);
    expect(await stranger.json()).toMatchObject({ type: 'urn:baton:problem:origin-not-allowed' });
    expect(server.services.calls).toHaveLength(before);
    const named = await server.call('GET', path, { ...from('https://shop.example'), bearer: 'token' });
    expect([named.status, named.headers.get('access-control-allow-origin')]).toEqual([
      200,
      'https://shop.example',
    ]);
    expect((await server.call('GET', path, { ...from(publicUrl), bearer: 'token' })).status).toBe(200);
  },
);

test('only chat addresses are open to other pages', async () => {
  const answer = await server.call('OPTIONS', '/api/inbox/conversations', from('https://anywhere.example'));
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
});

test('a page of another origin cannot use the cookie to change something', async () => {
  const cookie = await server.cookieOf('administrator');
  const make = (headers: Record<string, string>) =>
    server.call('POST', '/api/bots', { cookie, json: { name: 'Shop' }, headers });
  expect((await make({ origin: 'https://evil.example' })).status).toBe(403);
  expect((await make({ origin: 'null' })).status).toBe(403);
  expect((await make({ origin: `${publicUrl}.evil.example` })).status).toBe(403);
  expect((await make({})).status).toBe(201);
  expect((await make({ origin: server.base })).status).toBe(201);
  const without = await fetch(`${server.base}/api/bots`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: '{"name": "Shop"}',
  });
  expect(without.status).toBe(403);
  expect(
    (await server.call('GET', '/api/bots', { cookie, headers: { origin: 'https://evil.example' } })).status,
  ).toBe(200);
});

test('a page of another origin cannot sign a visitor in or out', async () => {
  for (const path of ['/api/auth/sign-in/email', '/api/auth/sign-out', '/api/auth/invitations/accept']) {
    expect((await server.call('POST', path, { json: {}, ...from('https://evil.example') })).status).toBe(403);
  }
});
