import { afterEach, expect, test } from 'vitest';
import { password, startTestServer, type TestServer } from './testing/test-server.ts';

let server: TestServer;
afterEach(() => server.close());

const guess = (given: string) =>
  server.call('POST', '/api/auth/sign-in/email', { json: { email: 'ann@example.com', password: given } });

test('guessing a password is slowed down, and says for how long', async () => {
  server = await startTestServer({ rateLimits: true });
  await server.accounts.makeFirstAccount({ email: 'ann@example.com', password });
  expect((await guess(password)).status).toBe(200);
  const statuses: number[] = [];
  for (let count = 0; count < 11; count += 1) statuses.push((await guess('wrong')).status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(10);
  const refused = await guess(password);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({ type: 'urn:baton:problem:too-many', status: 429 });
});

test('switched off, nothing is slowed down', async () => {
  server = await startTestServer({ rateLimits: false });
  await server.accounts.makeFirstAccount({ email: 'ann@example.com', password });
  for (let count = 0; count < 12; count += 1) expect((await guess('wrong')).status).toBe(401);
});
