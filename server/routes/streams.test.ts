import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { HttpProblem } from '../http/http-problem.ts';
import { createFakeServices } from './testing/fake-services.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

let server: TestServer;
const gone: string[] = [];
beforeAll(async () => {
  const services = createFakeServices({
    inbox: {
      inboxStream: async (_call, sink) => sink.send({ event: 'reset', data: {} }, 'cursor'),
    },
    chat: {
      chatStream: async ({ caller, params }, sink) => {
        if (caller.token !== 'right') throw new HttpProblem(401, 'bad-token');
        sink.onGone(() => gone.push(params.id));
        const after = Number(sink.lastEventId ?? 0);
        for (let number = after + 1; number <= 3; number += 1) {
          const message = {
            id: `m${number}`,
            number,
            at: '2026-01-01T00:00:00Z',
            from: { kind: 'bot' as const },
            parts: [],
          };
          sink.send({ event: 'message', data: message }, number);
        }
        sink.send({ event: 'handler', data: { handler: 'queue', agent: null } });
      },
    },
  });
  server = await startTestServer({ services });
});
afterAll(() => server.close());
afterEach(() => void vi.useRealTimers());

const path = '/api/chat/conversations/c1/stream';

async function readSome(answer: Response, until: string): Promise<string> {
  const reader = answer.body!.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (!text.includes(until)) {
    const { value, done } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return text;
}

test('a reader gets what it has missed since the last event it saw', async () => {
  const answer = await server.call('GET', path, { bearer: 'right', headers: { 'last-event-id': '2' } });
  expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
  expect(answer.headers.get('cache-control')).toMatch(/no-store/);
  const text = await readSome(answer, 'event: handler');
  expect(text).toContain('id: 3\nevent: message\ndata: {"id":"m3"');
  expect(text).not.toContain('"m2"');
  expect(text).toContain('event: handler\ndata: {"handler":"queue","agent":null}');
});

test('the service hears when the reader goes', async () => {
  gone.length = 0;
  const answer = await server.call('GET', path, { bearer: 'right' });
  await readSome(answer, 'event: handler');
  await expect.poll(() => gone).toEqual(['c1']);
});

test('a refused reader gets a problem document', async () => {
  const answer = await server.call('GET', path, { bearer: 'wrong' });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    401,
    expect.stringMatching(/problem/),
  ]);
});

test('who signs out hears nothing more', async () => {
  const cookie = await server.cookieOf('agent');
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const answer = await server.call('GET', '/api/inbox/stream', { cookie });
  const reader = answer.body!.getReader();
  expect(new TextDecoder().decode((await reader.read()).value)).toContain('id: cursor\nevent: reset');
  await vi.advanceTimersByTimeAsync(10_000);
  await server.call('POST', '/api/auth/sign-out', { cookie });
  await vi.advanceTimersByTimeAsync(60_000);
  await expect.poll(async () => (await reader.read()).done).toBe(true);
});
