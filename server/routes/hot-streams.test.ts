import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestServer } from './testing/test-server.ts';
import { hello, type Said, startTwoWays, type TwoWays, toCode, write } from './testing/two-ways.ts';

/** The hot calls are answered by Express and by the front before it: nobody may be able to tell by which. */
let both: TwoWays;
beforeAll(async () => {
  both = await startTwoWays();
});
afterAll(() => both.close());

describe('opening a stream', () => {
  const stream = '/api/chat/conversations/c1/stream';

  test('answers the head of a stream and what was missed', async () => {
    const headers = { 'last-event-id': '1', origin: 'https://a.example' };
    const head = await both.ask(write({ method: 'GET', path: stream, headers }));
    expect(head).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
        'access-control-allow-origin': 'https://a.example',
        vary: 'Origin',
      },
    });
  });

  test.each<[string, Said, number, string]>([
    ['without a token', { token: null }, 401, 'bad-token'],
    ['with a wrong token', { token: 'guessed' }, 401, 'bad-token'],
    ['with an unknown query', { path: `${stream}?more=1` }, 400, 'bad-input'],
    ['with a body', { body: 'x', headers: { 'content-type': 'text/plain' } }, 415, 'wrong-type'],
    [
      'from a page that the bot does not name',
      { path: '/api/chat/conversations/closed/stream', headers: { origin: 'https://evil.example' } },
      403,
      'origin-not-allowed',
    ],
    ['by POST', { method: 'POST' }, 405, 'wrong-method'],
  ])('%s is refused with a problem', async (_name, said, status, code) => {
    const answer = await both.ask(write({ method: 'GET', path: stream, ...said }));
    expect([answer?.status, toCode(answer)]).toEqual([status, code]);
  });

  test('for its head alone is refused, since its body would never end', async () => {
    expect((await both.ask(write({ method: 'HEAD', path: stream }), false))?.status).toBe(405);
  });
});

test('the log has the same line of a call, whichever way it came', async () => {
  const marked = { path: '/api/chat/conversations/marked/messages', token: 'marked.right' };
  await both.ask(write({ ...marked, body: hello }));
  await both.ask(write({ ...marked, body: '{' }));
  const lines = ({ log }: TestServer) =>
    log
      .map((line) => JSON.parse(line))
      .filter(({ req }) => req?.path === marked.path)
      .map(({ level, req, res, msg, responseTime }) => ({
        level,
        req,
        res,
        msg,
        timed: typeof responseTime,
      }));
  await expect.poll(() => lines(both.express)).toHaveLength(2);
  expect(lines(both.front)).toEqual(lines(both.express));
  expect(lines(both.front)).toEqual([
    {
      level: 20,
      req: { method: 'POST', path: marked.path },
      res: { status: 200 },
      msg: 'request completed',
      timed: 'number',
    },
    {
      level: 30,
      req: { method: 'POST', path: marked.path },
      res: { status: 400 },
      msg: 'request completed',
      timed: 'number',
    },
  ]);
});

test('the figures count a call under its route, whichever way it came', async () => {
  const count = async ({ call }: TestServer) =>
    /baton_http_request_duration_seconds_count\{method="POST",route="\/api\/chat\/conversations\/:id\/messages",status="200"\} (\d+)/.exec(
      await (await call('GET', '/metrics')).text(),
    )?.[1];
  await both.ask(write({ path: '/api/chat/conversations/m/messages', token: 'm.right', body: hello }));
  expect(Number(await count(both.front))).toBeGreaterThan(0);
  await expect.poll(() => count(both.express)).toBe(await count(both.front));
});
