import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from './testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const path = '/api/chat/conversations/c1/files';
const png = Buffer.from('89504e470d0a1a0a0000', 'hex');

function form(bytes: Buffer, name: string, fields: Record<string, string> = {}): FormData {
  const body = new FormData();
  for (const [key, value] of Object.entries(fields)) body.set(key, value);
  body.set('file', new Blob([new Uint8Array(bytes)]), name);
  return body;
}
const upload = (body: FormData) => server.call('POST', path, { bearer: 'token', body });

test('an upload reaches the service with its own type and a clean name', async () => {
  const answer = await upload(form(png, '../../етикет.html', { id: 'd0f1c5a4-6a54-4f5e-8f9b-6a2a3b9d0c11' }));
  expect(answer.status).toBe(201);
  expect(server.services.calls.at(-1)).toMatchObject({
    name: 'chatUpload',
    call: {
      body: { id: 'd0f1c5a4-6a54-4f5e-8f9b-6a2a3b9d0c11' },
      caller: { kind: 'customer', token: 'token' },
    },
    extra: { name: 'етикет.html', mime: 'image/png', bytes: png },
  });
});

test.each([
  ['a program', form(Buffer.from('4d5a9000', 'hex'), 'photo.png'), 415],
  ['a file that is too large', form(Buffer.alloc(10 * 1024 * 1024 + 1, 'a'), 'a.txt'), 413],
  ['an unknown field', form(png, 'a.png', { more: '1' }), 400],
  ['no file', new FormData(), 400],
])('%s is refused with a problem document', async (_, body, status) => {
  const answer = await upload(body);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    status,
    expect.stringMatching(/problem/),
  ]);
});

test.each([
  '--x\r\nbroken',
  '',
  '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
])('a broken multipart body is a problem document: %j', async (body) => {
  const answer = await server.call('POST', path, {
    bearer: 'token',
    body,
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    400,
    expect.stringMatching(/problem/),
  ]);
});

test('a download runs nowhere: a name of its own, no sniffing, a sandbox', async () => {
  const answer = await server.call('GET', `${path}/f1`, { bearer: 'token' });
  expect(await answer.text()).toBe('hi');
  expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''a.txt");
  expect(answer.headers.get('content-security-policy')).toMatch(/sandbox/);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});
