import { afterAll, beforeAll, expect, test } from 'vitest';
import { password, startTestServer, type TestServer, toCookie } from './testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('signing in sets an httpOnly same-site cookie with which the session is known', async () => {
  await server.accounts.makeFirstAccount({ email: 'anna.de.vries@example.com', password });
  const answer = await server.call('POST', '/api/auth/sign-in/email', {
    json: { email: 'Anna.de.Vries@example.com', password },
  });
  const text = await answer.text();
  expect([answer.status, text]).toEqual([200, expect.stringContaining('Anna De Vries')]);
  expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly/i);
  expect(answer.headers.get('set-cookie')).toMatch(/SameSite=Lax/i);
  const session = await server.call('GET', '/api/auth/session', { cookie: toCookie(answer) });
  expect(await session.json()).toMatchObject({
    person: { name: 'Anna De Vries', roles: ['administrator'] },
    firstAccount: false,
  });
});
