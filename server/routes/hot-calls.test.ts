import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRaw, type RawAnswer } from './testing/raw-http.ts';
import {
  hello,
  id,
  messagesPath,
  type Said,
  startTwoWays,
  type TwoWays,
  toBody,
  toCode,
  write,
} from './testing/two-ways.ts';

/** The hot calls are answered by Express and by the front before it: nobody may be able to tell by which. */
let both: TwoWays;
beforeAll(async () => {
  both = await startTwoWays();
});
afterAll(() => both.close());

describe('a message', () => {
  test('is answered with what the service says, and with every header that an answer has', async () => {
    const answer = await both.ask(write({ body: hello }));
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
    await both.ask(
      write({
        path: to,
        token,
        body: toBody({ text: '  trimmed\\u0000 ' }).replace('\\\\u', '\\u'),
        headers: { 'accept-language': 'pl' },
      }),
    );
    const given = [both.express, both.front].map(({ services }) => {
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
    ['with an unknown field', { body: toBody({ text: 'Hi', more: 1 }) }, 400, 'bad-input'],
    ['with two things to say', { body: toBody({ text: 'Hi', file: 'f' }) }, 400, 'bad-input'],
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
    ['larger than 64 kB', { body: toBody({ text: 'x'.repeat(65_536) }) }, 413, 'too-large'],
    ['longer than any text may be', { body: toBody({ text: 'x'.repeat(60_000) }) }, 400, 'bad-input'],
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
    ['with a query', { path: `${messagesPath}?more=1`, body: hello }, 400, 'bad-input'],
    [
      'to a broken address',
      { path: '/api/chat/conversations/%E0%A4%A/messages', body: hello },
      400,
      'bad-input',
    ],
    [
      'that the service refuses',
      { token: 'c9.right', path: '/api/chat/conversations/c9/messages', body: toBody({ text: 'ended' }) },
      409,
      'conversation-ended',
    ],
    ['that the database cannot take now', { body: toBody({ text: 'away' }) }, 503, 'busy'],
    ['that meets a fault of ours', { body: toBody({ text: 'break' }) }, 500, 'internal'],
  ])('%s is refused', async (_name, said, status, code) => {
    const answer = await both.ask(write(said));
    expect([answer?.status, toCode(answer)]).toEqual([status, code]);
    expect(answer?.headers).toMatchObject({ 'cache-control': 'no-store', vary: 'Origin' });
  });

  test.each<[string, Said]>([
    ['with a byte order mark', { body: `\uFEFF${hello}` }],
    ['with a charset', { body: hello, headers: { 'content-type': 'Application/JSON;charset=UTF-8' } }],
    ['to a percent-encoded address', { path: '/api/chat/conversations/%63%31/messages', body: hello }],
    ['to an address in capitals', { path: '/API/chat/Conversations/c1/messages', body: hello }],
    ['to an address with a slash at its end', { path: `${messagesPath}/`, body: hello }],
    ['that awaits a word to go on', { body: hello, headers: { expect: '100-continue' } }],
    ['of exactly 64 kB', { body: hello.replace('{', `{${' '.repeat(65_536 - Buffer.byteLength(hello))}`) }],
  ])('%s is taken', async (_name, said) => {
    expect((await both.ask(write(said)))?.status).toBe(200);
  });

  test('sent again is answered as the service says, also when it says that the id was used', async () => {
    expect((await both.ask(write({ body: toBody({ text: 'repeat' }) })))?.status).toBe(200);
    expect((await both.ask(write({ body: toBody({ text: 'repeat' }) })))?.status).toBe(200);
    expect(toCode(await both.ask(write({ body: toBody({ text: 'other body' }) })))).toBe('repeated-id');
  });

  test('has its problems in the language of its sender', async () => {
    const answer = await both.ask(
      write({ body: '{', headers: { 'accept-language': 'fr, bg;q=0.8, nl;q=0.9' } }),
    );
    expect(answer?.headers['content-language']).toBe('nl');
    expect(answer?.body).toContain('JSON');
  });

  test('of another method is told which there are', async () => {
    const put = await both.ask(write({ method: 'PUT', body: hello }));
    expect([put?.status, put?.headers.allow]).toEqual([405, 'POST, GET']);
    expect((await both.ask(write({ method: 'HEAD' }), false))?.status).toBe(200);
  });
});

describe('a page of another origin', () => {
  const from = (origin: string) => ({ origin });
  const closed = { path: '/api/chat/conversations/closed/messages', token: 'closed.right', body: hello };

  test('may talk to a bot that names none, and reads its problems too', async () => {
    const headers = from('https://anywhere.example');
    for (const text of [hello, '{']) {
      const answer = await both.ask(write({ body: text, headers }));
      expect(answer?.headers).toMatchObject({
        'access-control-allow-origin': 'https://anywhere.example',
        'access-control-expose-headers': 'Retry-After, Content-Disposition',
      });
      expect(answer?.headers).not.toHaveProperty('access-control-allow-credentials');
    }
  });

  test('that the bot does not name is refused, and reads why', async () => {
    const answer = await both.ask(write({ ...closed, headers: from('https://evil.example') }));
    expect([answer?.status, toCode(answer)]).toEqual([403, 'origin-not-allowed']);
    expect(answer?.headers['access-control-allow-origin']).toBe('https://evil.example');
  });

  test('that the bot names, or our own, may talk to it', async () => {
    for (const origin of ['https://shop.example', 'https://baton.test'])
      expect((await both.ask(write({ ...closed, headers: from(origin) })))?.status).toBe(200);
  });

  test('asks first, and is answered without a token', async () => {
    const headers = { ...from('https://anywhere.example'), 'access-control-request-method': 'POST' };
    const answer = await both.ask(write({ method: 'OPTIONS', token: null, headers }));
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
    expect((await both.ask([head, ...cut(text)]))?.status).toBe(200);
  });

  test('chunked, without an end before 64 kB, is refused', async () => {
    const chunk = 'x'.repeat(70_000);
    const headers = {
      'transfer-encoding': 'chunked',
      'content-length': null,
      'content-type': 'application/json',
    };
    const answer = await both.ask(
      `${write({ headers })}${chunk.length.toString(16)}\r\n${chunk}\r\n0\r\n\r\n`,
    );
    expect([answer?.status, toCode(answer)]).toEqual([413, 'too-large']);
  });

  test('whose sender goes away in the middle reaches no service, and the next caller is served', async () => {
    const before = [both.express, both.front].map(({ services }) => services.calls.length);
    for (const { base } of [both.express, both.front]) {
      const line = openRaw(base);
      await line.say(write({ body: hello }).slice(0, -10));
      line.close();
    }
    await both.ask(write({ body: hello }));
    expect([both.express, both.front].map(({ services }) => services.calls.length)).toEqual(
      before.map((count) => count + 1),
    );
  });

  test('calls that follow each other at once on one connection are answered in their order', async () => {
    const said = ['one', 'two', '{', 'three'].map((text) =>
      write({
        path: '/api/chat/conversations/row/messages',
        token: 'row.right',
        body: text === '{' ? text : toBody({ text }),
      }),
    );
    for (const { base } of [both.express, both.front]) {
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
    answer = await both.ask(write(to));
    if (answer?.status === 429) break;
    expect((await both.ask(write(roundabout)))?.status).toBe(count < 45 ? 200 : 429);
  }
  expect([answer?.status, toCode(answer)]).toEqual([429, 'too-many']);
  expect(Number(answer?.headers['retry-after'])).toBeGreaterThan(0);
  const other = { ...to, path: '/api/chat/conversations/calm/messages', token: 'calm.right' };
  expect((await both.ask(write(other)))?.status).toBe(200);
});
