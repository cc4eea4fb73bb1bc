import { afterAll, beforeAll, expect, test } from 'vitest';
import { HttpProblem } from '../http/http-problem.ts';
import { createFakeServices } from './testing/fake-services.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

let server: TestServer;
let isReady = true;
beforeAll(async () => {
  const allowedOrigins = async (of: object) =>
    'bot' in of && of.bot === 'closed' ? ['https://shop.example'] : [];
  server = await startTestServer({
    services: createFakeServices({ chat: { allowedOrigins, chatBot: findBot } }),
    ready: async () => {
      if (!isReady) throw new Error('the database does not answer');
      return true;
    },
  });
});
afterAll(() => server.close());

async function findBot({ params }: { params: { bot: string } }) {
  if (params.bot === 'off') throw new HttpProblem(503, 'bot-off');
  const persona = { name: 'Robin <b>' };
  const bot = { id: 'b1', slug: 'shop', name: 'Shop', languages: ['pl', 'bg'], persona, open: true };
  return { bot: { ...bot, person: {}, alternatives: [] } };
}

const html = { headers: { accept: 'text/html' } };

test.each(['/', '/inbox', '/settings/people', '/bots/b1'])(
  '%s is the screens, framed by nobody, own scripts only',
  async (path) => {
    const answer = await server.call('GET', path, html);
    expect([answer.status, await answer.text()]).toEqual([
      200,
      expect.stringContaining('<title>Baton</title>'),
    ]);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self';/);
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  },
);

test('a missing script or call is never answered with a page', async () => {
  for (const path of ['/assets/missing.js', '/api/missing', '/widget/missing.js']) {
    const answer = await server.call('GET', path, html);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      404,
      expect.stringMatching(/^application\/problem/),
    ]);
  }
});

test('the screens run files only, and their style tags carry a nonce that no other answer has', async () => {
  const [page, other] = await Promise.all([
    server.call('GET', '/inbox', html),
    server.call('GET', '/inbox', html),
  ]);
  const policy = page.headers.get('content-security-policy') ?? '';
  const nonce = /content="([^"]{20,})"/.exec(await page.text())?.[1];
  expect(nonce).toBeDefined();
  expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
  expect(policy).not.toContain('unsafe-');
  expect(await other.text()).not.toContain(nonce);
});

test('the widget can be loaded from anywhere', async () => {
  const answer = await server.call('GET', '/widget.js');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/javascript/);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
});

test('the full-page chat may be framed by the allowed pages and runs files only', async () => {
  const open = await server.call('GET', '/chat/shop', html);
  expect(await open.text()).toContain('data-bot="shop"');
  expect(open.headers.get('content-security-policy')).toMatch(/frame-ancestors \*/);
  expect(open.headers.get('content-security-policy')).not.toContain('unsafe-inline');
  expect(open.headers.get('x-frame-options')).toBeNull();
  const closed = await server.call('GET', '/chat/closed', html);
  expect(closed.headers.get('content-security-policy')).toMatch(
    /frame-ancestors 'self' https:\/\/shop\.example/,
  );
});

test('the full-page chat speaks the closest language, and says so when its bot is off', async () => {
  const page = async (path: string) =>
    (await server.call('GET', path, { headers: { 'accept-language': 'fr, bg;q=0.5' } })).text();
  expect(await page('/chat/shop')).toMatch(/<html lang="bg">.*<title>Robin &#60;b&#62;<\/title>/s);
  expect(await page('/chat/shop?language=pl')).toMatch(/<html lang="pl">.*data-language="pl"/s);
  expect(await page('/chat/shop?language="><script>')).not.toContain('"><script>');
  expect((await server.call('GET', '/chat/off')).status).toBe(503);
});

test('a hostile name of a bot stays text', async () => {
  const answer = await server.call('GET', '/chat/%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E', html);
  expect(await answer.text()).not.toContain('<script>alert');
});

test('healthz is alive at once, readyz only when the database answers', async () => {
  expect((await server.call('GET', '/healthz')).status).toBe(200);
  expect((await server.call('GET', '/readyz')).status).toBe(200);
  isReady = false;
  const answer = await server.call('GET', '/readyz');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    503,
    expect.stringMatching(/problem/),
  ]);
  expect((await server.call('GET', '/healthz')).status).toBe(200);
});

test('the numbers name routes, never ids', async () => {
  await server.call('GET', '/api/chat/conversations/secret-id/messages', { bearer: 'token' });
  const text = await (await server.call('GET', '/metrics')).text();
  expect(text).toContain('route="/api/chat/conversations/:id/messages"');
  expect(text).not.toContain('secret-id');
});

test('the contract is there as OpenAPI 3.1 and as a page in the language of the reader', async () => {
  const document = (await (await server.call('GET', '/api/openapi.json')).json()) as {
    openapi: string;
    paths: object;
  };
  expect(document.openapi).toMatch(/^3\.1/);
  expect(Object.keys(document.paths)).toContain('/api/bots/{id}/draft');
  const page = await server.call('GET', '/api/docs', { headers: { 'accept-language': 'bg' } });
  const text = await page.text();
  expect(text).toContain('lang="bg"');
  expect(text).toContain('HTTP интерфейсът');
  expect(text).not.toMatch(/https?:\/\/(?!baton\.test|json-schema\.org)[a-z.]*(cdn|unpkg|jsdelivr)/);
});
