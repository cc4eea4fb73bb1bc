import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemSchema } from '../../shared/api/problem.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { StoreUnavailable } from '../store/store-unavailable.ts';
import { createFakeServices } from './testing/fake-services.ts';
import { openRaw, type RawAnswer } from './testing/raw-http.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

/** The hot calls are answered by Express and by the front before it: nobody may be able to tell by which. */
let express: TestServer;
let front: TestServer;
beforeAll(async () => {
  express = await startTestServer({ services: createServices(), rateLimits: true, way: 'express' });
  front = await startTestServer({ services: createServices(), rateLimits: true });
});
afterAll(() => Promise.all([express.close(), front.close()]));

const id = 'd0f1c5a4-6a54-4f5e-8f9b-6a2a3b9d0c11';
const body = (more: object) => JSON.stringify({ id, ...more });
const hello = body({ text: 'Hallo, dzień dobry, здравей 😀' });
const path = '/api/chat/conversations/c1/messages';

interface Said {
  method?: string;
  path?: string;
  token?: string | null;
  headers?: Record<string, string | null>;
  body?: string;
}

/** A call as it goes over the wire; a header of null is left out. */
function write({
  method = 'POST',
  path: to = path,
  token = 'c1.right',
  headers = {},
  body: text = '',
}: Said) {
  const all: Record<string, string | null> = {
    host: 'baton.test',
    authorization: token === null ? null : `Bearer ${token}`,
    'content-type': text === '' ? null : 'application/json',
    'content-length': text === '' ? null : String(Buffer.byteLength(text)),
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  return `${method} ${to} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${text}`;
}

/** What both ways answer, which is the same but for the moment and the number of a fault. */
async function ask(raw: string, hasBody = true): Promise<RawAnswer | null> {
  const [one, other] = await Promise.all(
    [express, front].map(async ({ base }) => {
      const line = openRaw(base);
      await line.say(raw);
      const answer = await line.next(hasBody);
      line.close();
      return answer && toComparable(answer);
    }),
  );
  expect(other).toEqual(one);
  return other ?? null;
}

function toComparable({ status, headers: { date: _, ...headers }, body: text }: RawAnswer): RawAnswer {
  const untimed = headers.ratelimit?.replace(/t=\d+/, 't=60');
  return {
    status,
    headers: { ...headers, ...(untimed !== undefined && { ratelimit: untimed }) },
    body: text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, 'NUMBER'),
  };
}

function toCode(answer: RawAnswer | null): string {
  expect(answer?.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  const problem = problemSchema.parse(JSON.parse(answer?.body ?? ''));
  expect(problem.status).toBe(answer?.status);
  return problem.type.replace('urn:baton:problem:', '');
}

describe('a message', () => {
  test('is answered with what the service says, and with every header that an answer has', async () => {
    const answer = await ask(write({ body: hello }));
    expect(answer?.status).toBe(200);
    expect(JSON.parse(answer?.body ?? '')).toMatchObject({ handler: 'bot', messages: [{ number: 1 }] });
    expect(answer?.body).toContain('здравей 😀');
    expect(answer?.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'x-content-type-options': 'nosniff',
      'strict-transport-security': expect.stringContaining('max-age'),
      vary: 'Origin',
      ratelimit: expect.stringMatching(/^"chatSend"; r=\d+; t=60$/),
    });
    expect(answer?.headers).not.toHaveProperty('x-powered-by');
  });

  test('is given to the service with what was received, once', async () => {
    const token = 'given.right';
    const to = '/api/chat/conversations/given/messages';
    await ask(
      write({
        path: to,
        token,
        body: body({ text: '  trimmed\\u0000 ' }).replace('\\\\u', '\\u'),
        headers: { 'accept-language': 'pl' },
      }),
    );
    const given = [express, front].map(({ services }) => {
      const { name, call } = services.calls.at(-1) ?? {};
      const { params, query, body: read, caller, client } = call as Record<string, unknown>;
      return { name, params, query, body: read, caller, client };
    });
    expect(given[1]).toEqual(given[0]);
    expect(given[0]).toMatchObject({
      name: 'chatSend',
      params: { id: 'given' },
      body: { id, text: 'trimmed' },
      caller: { kind: 'customer', token },
      client: { ip: '127.0.0.1', origin: null, acceptLanguage: 'pl', language: 'pl', token },
    });
  });

  test.each<[string, Said, number, string]>([
    ['that is not JSON', { body: '{"id": ' }, 400, 'bad-json'],
    ['with an unknown field', { body: body({ text: 'Hi', more: 1 }) }, 400, 'bad-input'],
    ['with two things to say', { body: body({ text: 'Hi', file: 'f' }) }, 400, 'bad-input'],
    ['that is no object', { body: '[]' }, 400, 'bad-input'],
    ['of null', { body: 'null' }, 400, 'bad-input'],
    ['with a prototype', { body: '{"__proto__": {"id": 1}}' }, 400, 'bad-input'],
    [
      'without a body',
      { headers: { 'content-length': '0', 'content-type': 'application/json' } },
      400,
      'bad-input',
    ],
    ['nested too deeply', { body: `${'['.repeat(100)}${']'.repeat(100)}` }, 400, 'too-deep'],
    [
      'as a form',
      { body: 'text=Hi', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'wrong-type',
    ],
    ['of no type', { body: hello, headers: { 'content-type': null } }, 415, 'wrong-type'],
    [
      'in another charset',
      { body: hello, headers: { 'content-type': 'application/json; charset=latin1' } },
      415,
      'wrong-type',
    ],
    ['in an unknown encoding', { body: hello, headers: { 'content-encoding': 'rot13' } }, 415, 'wrong-type'],
    ['larger than 64 kB', { body: body({ text: 'x'.repeat(65_536) }) }, 413, 'too-large'],
    ['longer than any text may be', { body: body({ text: 'x'.repeat(60_000) }) }, 400, 'bad-input'],
    ['without a token', { token: null, body: hello }, 401, 'bad-token'],
    [
      'with a sign-in instead of a token',
      { headers: { authorization: 'Basic YTpi' }, body: hello },
      401,
      'bad-token',
    ],
    ['with a wrong token', { token: 'guessed', body: hello }, 401, 'bad-token'],
    ['with the token of another conversation', { token: 'c2.right', body: hello }, 404, 'no-conversation'],
    [
      'to an id that is too long',
      { path: `/api/chat/conversations/${'a'.repeat(101)}/messages`, body: hello },
      400,
      'bad-input',
    ],
    ['with a query', { path: `${path}?more=1`, body: hello }, 400, 'bad-input'],
    [
      'to a broken address',
      { path: '/api/chat/conversations/%E0%A4%A/messages', body: hello },
      400,
      'bad-input',
    ],
    [
      'that the service refuses',
      { token: 'c9.right', path: '/api/chat/conversations/c9/messages', body: body({ text: 'ended' }) },
      409,
      'conversation-ended',
    ],
    ['that the database cannot take now', { body: body({ text: 'away' }) }, 503, 'busy'],
    ['that meets a fault of ours', { body: body({ text: 'break' }) }, 500, 'internal'],
  ])('%s is refused', async (_name, said, status, code) => {
    const answer = await ask(write(said));
    expect([answer?.status, toCode(answer)]).toEqual([status, code]);
    expect(answer?.headers).toMatchObject({ 'cache-control': 'no-store', vary: 'Origin' });
  });

  test.each<[string, Said]>([
    ['with a byte order mark', { body: `\uFEFF${hello}` }],
    ['with a charset', { body: hello, headers: { 'content-type': 'Application/JSON;charset=UTF-8' } }],
    ['to a percent-encoded address', { path: '/api/chat/conversations/%63%31/messages', body: hello }],
    ['to an address in capitals', { path: '/API/chat/Conversations/c1/messages', body: hello }],
    ['to an address with a slash at its end', { path: `${path}/`, body: hello }],
    ['that awaits a word to go on', { body: hello, headers: { expect: '100-continue' } }],
    ['of exactly 64 kB', { body: hello.replace('{', `{${' '.repeat(65_536 - Buffer.byteLength(hello))}`) }],
  ])('%s is taken', async (_name, said) => {
    const raw = write(said);
    const [one, other] = await Promise.all(
      [express, front].map(async ({ base }) => {
        const line = openRaw(base);
        await line.say(raw);
        const first = await line.next();
        const answer = first?.status === 100 ? await line.next() : first;
        line.close();
        return answer && toComparable(answer);
      }),
    );
    expect(other).toEqual(one);
    expect(other?.status).toBe(200);
  });

  test('sent again is answered as the service says, also when it says that the id was used', async () => {
    expect((await ask(write({ body: body({ text: 'repeat' }) })))?.status).toBe(200);
    expect((await ask(write({ body: body({ text: 'repeat' }) })))?.status).toBe(200);
    expect(toCode(await ask(write({ body: body({ text: 'other body' }) })))).toBe('repeated-id');
  });

  test('has its problems in the language of its sender', async () => {
    const answer = await ask(write({ body: '{', headers: { 'accept-language': 'fr, bg;q=0.8, nl;q=0.9' } }));
    expect(answer?.headers['content-language']).toBe('nl');
    expect(answer?.body).toContain('JSON');
  });

  test('of another method is told which there are', async () => {
    const put = await ask(write({ method: 'PUT', body: hello }));
    expect([put?.status, put?.headers.allow]).toEqual([405, 'POST, GET']);
    expect((await ask(write({ method: 'HEAD' }), false))?.status).toBe(200);
  });
});

describe('a page of another origin', () => {
  const from = (origin: string) => ({ origin });
  const closed = { path: '/api/chat/conversations/closed/messages', token: 'closed.right', body: hello };

  test('may talk to a bot that names none, and reads its problems too', async () => {
    const headers = from('https://anywhere.example');
    for (const text of [hello, '{']) {
      const answer = await ask(write({ body: text, headers }));
      expect(answer?.headers).toMatchObject({
        'access-control-allow-origin': 'https://anywhere.example',
        'access-control-expose-headers': 'Retry-After, Content-Disposition',
      });
      expect(answer?.headers).not.toHaveProperty('access-control-allow-credentials');
    }
  });

  test('that the bot does not name is refused, and reads why', async () => {
    const answer = await ask(write({ ...closed, headers: from('https://evil.example') }));
    expect([answer?.status, toCode(answer)]).toEqual([403, 'origin-not-allowed']);
    expect(answer?.headers['access-control-allow-origin']).toBe('https://evil.example');
  });

  test('that the bot names, or our own, may talk to it', async () => {
    for (const origin of ['https://shop.example', 'https://baton.test'])
      expect((await ask(write({ ...closed, headers: from(origin) })))?.status).toBe(200);
  });

  test('asks first, and is answered without a token', async () => {
    const headers = { ...from('https://anywhere.example'), 'access-control-request-method': 'POST' };
    const answer = await ask(write({ method: 'OPTIONS', token: null, headers }));
    expect(answer?.status).toBe(204);
    expect(answer?.headers['access-control-allow-headers']).toMatch(/Authorization.*Last-Event-ID/);
  });
});

describe('a body that comes slowly', () => {
  test.each([
    ['in pieces', (text: string) => text.split(/(?<=,|{)/), hello],
    [
      'chunked',
      (text: string) => [`${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`, '0\r\n\r\n'],
      hello,
    ],
  ])('%s is taken whole', async (name, cut, text) => {
    const chunked: Said['headers'] =
      name === 'chunked' ? { 'transfer-encoding': 'chunked', 'content-length': null } : {};
    const head = write({ body: text, headers: chunked }).slice(0, -text.length);
    const answers = await Promise.all(
      [express, front].map(async ({ base }) => {
        const line = openRaw(base);
        for (const piece of [head, ...cut(text)]) {
          await line.say(piece);
          await new Promise((done) => setImmediate(done));
        }
        const answer = await line.next();
        line.close();
        return answer && toComparable(answer);
      }),
    );
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[1]?.status).toBe(200);
  });

  test('chunked, without an end before 64 kB, is refused', async () => {
    const chunk = 'x'.repeat(70_000);
    const headers = {
      'transfer-encoding': 'chunked',
      'content-length': null,
      'content-type': 'application/json',
    };
    const answer = await ask(`${write({ headers })}${chunk.length.toString(16)}\r\n${chunk}\r\n0\r\n\r\n`);
    expect([answer?.status, toCode(answer)]).toEqual([413, 'too-large']);
  });

  test('whose sender goes away in the middle reaches no service, and the next caller is served', async () => {
    const before = [express, front].map(({ services }) => services.calls.length);
    for (const { base } of [express, front]) {
      const line = openRaw(base);
      await line.say(write({ body: hello }).slice(0, -10));
      line.close();
    }
    await ask(write({ body: hello }));
    expect([express, front].map(({ services }) => services.calls.length)).toEqual(
      before.map((count) => count + 1),
    );
  });

  test('calls that follow each other at once on one connection are answered in their order', async () => {
    const said = ['one', 'two', '{', 'three'].map((text) =>
      write({
        path: '/api/chat/conversations/row/messages',
        token: 'row.right',
        body: text === '{' ? text : body({ text }),
      }),
    );
    for (const { base } of [express, front]) {
      const line = openRaw(base);
      await line.say(said.join(''));
      const statuses: unknown[] = [];
      for (let count = 0; count < said.length; count += 1) {
        const answer = await line.next();
        statuses.push(
          answer?.status === 200 ? JSON.parse(answer.body).messages[0].parts[0].text : answer?.status,
        );
      }
      line.close();
      expect(statuses).toEqual(['one', 'two', 400, 'three']);
    }
  });
});

test('too many messages of one conversation are refused, whichever way they come, and counted in one place', async () => {
  const to = { path: '/api/chat/conversations/flood/messages', token: 'flood.right', body: hello };
  // A slash at the end is for Express, also where the front stands before it.
  const roundabout = { ...to, path: `${to.path}/` };
  let answer: RawAnswer | null = null;
  for (let count = 0; count < 46; count += 1) {
    answer = await ask(write(to));
    if (answer?.status === 429) break;
    expect((await ask(write(roundabout)))?.status).toBe(count < 45 ? 200 : 429);
  }
  expect([answer?.status, toCode(answer)]).toEqual([429, 'too-many']);
  expect(Number(answer?.headers['retry-after'])).toBeGreaterThan(0);
  const other = { ...to, path: '/api/chat/conversations/calm/messages', token: 'calm.right' };
  expect((await ask(write(other)))?.status).toBe(200);
});

describe('opening a stream', () => {
  const stream = '/api/chat/conversations/c1/stream';

  test('answers the head of a stream and what was missed', async () => {
    const heads = await Promise.all(
      [express, front].map(async ({ base }) => {
        const line = openRaw(base);
        await line.say(
          write({
            method: 'GET',
            path: stream,
            headers: { 'last-event-id': '1', origin: 'https://a.example' },
          }),
        );
        const answer = await line.next();
        line.close();
        return answer && toComparable(answer);
      }),
    );
    expect(heads[1]).toEqual(heads[0]);
    expect(heads[1]).toMatchObject({
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
    const answer = await ask(write({ method: 'GET', path: stream, ...said }));
    expect([answer?.status, toCode(answer)]).toEqual([status, code]);
  });

  test('for its head alone is refused, since its body would never end', async () => {
    expect((await ask(write({ method: 'HEAD', path: stream }), false))?.status).toBe(405);
  });
});

test('the log has the same line of a call, whichever way it came', async () => {
  const marked = { path: '/api/chat/conversations/marked/messages', token: 'marked.right' };
  await ask(write({ ...marked, body: hello }));
  await ask(write({ ...marked, body: '{' }));
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
  await expect.poll(() => lines(express)).toHaveLength(2);
  expect(lines(front)).toEqual(lines(express));
  expect(lines(front)).toEqual([
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
  await ask(write({ path: '/api/chat/conversations/m/messages', token: 'm.right', body: hello }));
  expect(Number(await count(front))).toBeGreaterThan(0);
  await expect.poll(() => count(express)).toBe(await count(front));
});

function createServices() {
  const repeated = new Map<string, string>();
  const services = createFakeServices({
    chat: {
      allowedOrigins: async (of) =>
        'conversation' in of && of.conversation === 'closed' ? ['https://shop.example'] : [],
      chatSend: async (call) => {
        const { text = '' } = call.body;
        admit(call.caller.token, call.params.id);
        services.calls.push({ name: 'chatSend', call, extra: undefined });
        if (text === 'break') throw new Error('the secret inside');
        if (text === 'away') throw new StoreUnavailable('disk I/O error', { retryAfterSeconds: 5 });
        if (text === 'ended') throw new HttpProblem(409, 'conversation-ended');
        if (text === 'repeat') repeated.set(call.body.id, text);
        if (text === 'other body' && repeated.has(call.body.id)) throw new HttpProblem(409, 'repeated-id');
        return { handler: 'bot', messages: [{ ...message, parts: [{ type: 'text', text }] }] };
      },
      chatStream: async ({ caller, params }, sink) => {
        admit(caller.token, params.id);
        for (let number = Number(sink.lastEventId) + 1; number <= 2; number += 1)
          sink.send({ event: 'message', data: { ...message, number } }, number);
      },
    },
  });
  return services;
}

const message = {
  id: 'm1',
  number: 1,
  at: '2026-01-01T00:00:00Z',
  from: { kind: 'customer' as const },
  parts: [],
};

function admit(token: string, conversation: string): void {
  if (!token.endsWith('.right')) throw new HttpProblem(401, 'bad-token');
  if (token !== `${conversation}.right`) throw new HttpProblem(404, 'no-conversation');
}
