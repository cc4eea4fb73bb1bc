import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  password,
  publicUrl,
  startTestServer,
  type TestDatabase,
  type TestServer,
  toCookie,
} from '../routes/testing/test-server.ts';

let server: TestServer;

/** What the accounts must do, whatever database keeps them. */
export function accountsContract(name: string, openDatabase: () => Promise<TestDatabase>): void {
  describe(`accounts on ${name}`, () => {
    beforeEach(async () => {
      server = await startTestServer({ openDatabase });
    });
    afterEach(() => server.close());

    test('the first visitor with the printed link makes the first account, once', async () => {
      const link = await server.accounts.createFirstAccountLink();
      expect(link).toMatch(/^https:\/\/baton\.test\/first-account#/);
      expect(await (await server.call('GET', '/api/auth/session')).json()).toEqual({
        person: null,
        firstAccount: true,
      });
      const body = {
        token: new URL(link ?? '').hash.slice(1),
        name: 'Ann',
        email: 'Ann@Example.com',
        password,
      };
      expect(await statusOf(post('/api/auth/first-account', { ...body, token: 'guessed' }))).toBe(404);
      const answer = await post('/api/auth/first-account', body);
      expect(await answer.json()).toMatchObject({ person: { name: 'Ann', roles: ['administrator'] } });
      expect(await statusOf(server.call('GET', '/api/admin/people', { cookie: toCookie(answer) }))).toBe(200);
      expect(await statusOf(post('/api/auth/first-account', { ...body, email: 'bob@example.com' }))).toBe(
        409,
      );
      expect(await server.accounts.createFirstAccountLink()).toBeNull();
    });

    test('of two processes that start at once, one makes the account of the environment', async () => {
      const account = { email: 'desk@example.com', password };
      const others = ['a', 'b', 'c', 'd'].map((name) => ({ email: `${name}@example.com`, password }));
      const all = [account, account, account, ...others];
      const made = await Promise.all(all.map((one) => server.accounts.makeFirstAccount(one)));
      expect(made.filter(Boolean)).toHaveLength(1);
      expect(await server.accounts.makeFirstAccount(account)).toBe(false);
      expect(await server.accounts.directory.list()).toMatchObject([{ hasPassword: true }]);
    });

    test('the session is a cookie that scripts and other sites do not get', async () => {
      await server.accounts.makeFirstAccount({ email: 'ann@example.com', password });
      const cookie = (await signIn('Ann@Example.com')).headers.get('set-cookie');
      expect(cookie).toMatch(/^__Secure-baton\.session_token=/);
      expect(cookie).toMatch(/HttpOnly/i);
      expect(cookie).toMatch(/SameSite=Lax/i);
      expect(cookie).toMatch(/Secure/i);
    });

    test('a wrong password and an unknown address are answered alike', async () => {
      await server.accounts.makeFirstAccount({ email: 'ann@example.com', password });
      const answers = await Promise.all([signIn('ann@example.com', 'wrong'), signIn('nobody@example.com')]);
      const texts = await Promise.all(answers.map((answer) => answer.text()));
      expect(answers.map(({ status }) => status)).toEqual([401, 401]);
      expect(texts[0]).toBe(texts[1]);
    });

    test('nobody can sign up by themselves', async () => {
      expect(
        await statusOf(post('/api/auth/sign-up/email', { email: 'eve@example.com', name: 'Eve', password })),
      ).toBe(404);
    });

    test('signing out ends the session, not only the cookie', async () => {
      const cookie = await server.cookieOf('agent');
      expect(await statusOf(server.call('GET', '/api/inbox/me', { cookie }))).toBe(200);
      const answer = await server.call('POST', '/api/auth/sign-out', { cookie });
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([
        204,
        expect.stringMatching(/Max-Age=0/),
      ]);
      expect(await statusOf(server.call('GET', '/api/inbox/me', { cookie }))).toBe(401);
    });

    test('an invited person gets a mail in the language of whoever invites, and can use its link once', async () => {
      const cookie = await server.cookieOf('administrator');
      const answer = await server.call('POST', '/api/admin/people', {
        cookie,
        json: {
          email: 'Ola@example.com',
          name: 'Ola',
          roles: ['agent', 'designer'],
          departments: ['support'],
        },
        headers: { 'accept-language': 'pl' },
      });
      const { link, person } = (await answer.json()) as { link: string; person: object };
      expect(person).toMatchObject({ email: 'ola@example.com', invited: true, departments: ['support'] });
      expect(server.services.mails).toMatchObject([
        { to: 'ola@example.com', subject: 'Zaproszenie do Webshop', text: expect.stringContaining(link) },
      ]);
      const token = new URL(link).hash.slice(1);
      const read = await post('/api/auth/invitations/read', { token });
      expect(await read.json()).toEqual({
        invitation: { email: 'ola@example.com', name: 'Ola', roles: ['agent', 'designer'] },
      });
      const accept = () => post('/api/auth/invitations/accept', { token, name: 'Ola Nowak', password });
      expect((await Promise.all([accept(), accept()])).map(({ status }) => status).sort()).toEqual([
        200, 404,
      ]);
      expect(await (await signIn('ola@example.com')).json()).toMatchObject({
        person: { name: 'Ola Nowak', departments: ['support'] },
      });
    });

    test('an invitation expires after seven days', async () => {
      const cookie = await server.cookieOf('administrator');
      const answer = await post('/api/admin/people', { email: 'late@example.com', roles: ['agent'] }, cookie);
      const { link } = (await answer.json()) as { link: string };
      server.clock.now += 7 * day;
      expect(await statusOf(post('/api/auth/invitations/read', { token: new URL(link).hash.slice(1) }))).toBe(
        404,
      );
    });

    test('inviting refuses an address that has an account, and departments that do not exist', async () => {
      const cookie = await server.cookieOf('administrator');
      const invite = (json: object) =>
        statusOf(post('/api/admin/people', { roles: ['agent'], ...json }, cookie));
      expect(await invite({ email: 'one@example.com' })).toBe(201);
      expect(await invite({ email: 'ONE@example.com' })).toBe(409);
      expect(await invite({ email: 'two@example.com', departments: ['nowhere'] })).toBe(404);
    });

    test('a lost password is replaced by a new link, and older sessions end', async () => {
      const administrator = await server.cookieOf('administrator');
      const agent = await server.cookieOf('agent');
      const [person] = (await server.accounts.directory.list()).filter(({ roles }) =>
        roles.includes('agent'),
      );
      const answer = await server.call('POST', `/api/admin/people/${person?.id}/link`, {
        cookie: administrator,
      });
      const { link } = (await answer.json()) as { link: string };
      expect(server.services.mails.at(-1)?.subject).toBe('Choose a new password');
      const token = new URL(link).hash.slice(1);
      await post('/api/auth/invitations/accept', { token, name: 'Same', password: 'another password' });
      expect(await statusOf(server.call('GET', '/api/inbox/me', { cookie: agent }))).toBe(401);
      expect(await statusOf(signIn(person?.email ?? '', 'another password'))).toBe(200);
    });

    test('roles change at once, and somebody always stays administrator', async () => {
      const cookie = await server.cookieOf('administrator');
      const [first] = await server.accounts.directory.list();
      const path = `/api/admin/people/${first?.id}`;
      const change = (json: object) => server.call('PATCH', path, { cookie, json });
      expect(await statusOf(change({ roles: ['agent'] }))).toBe(409);
      expect(await statusOf(server.call('DELETE', path, { cookie }))).toBe(409);
      await server.cookieOf('administrator');
      expect(await statusOf(change({ roles: ['agent'], name: 'Was one' }))).toBe(200);
      expect(await statusOf(change({ roles: ['administrator'] }))).toBe(403);
    });

    test('a removed person is signed out and the desk is told', async () => {
      const cookie = await server.cookieOf('administrator');
      const agent = await server.cookieOf('agent');
      const [person] = (await server.accounts.directory.list()).filter(({ roles }) =>
        roles.includes('agent'),
      );
      expect(await statusOf(server.call('DELETE', `/api/admin/people/${person?.id}`, { cookie }))).toBe(204);
      expect(server.services.removed).toEqual([person?.id]);
      expect(await statusOf(server.call('GET', '/api/inbox/me', { cookie: agent }))).toBe(401);
      expect(await statusOf(server.call('DELETE', `/api/admin/people/${person?.id}`, { cookie }))).toBe(404);
    });

    test('one changes the own profile; a new password needs the present one and ends other sessions', async () => {
      const cookie = await server.cookieOf('agent');
      const [person] = await server.accounts.directory.list();
      const other = toCookie(await signIn(person?.email ?? ''));
      const change = (json: object) => server.call('PATCH', '/api/auth/me', { cookie, json });
      const answer = await change({ name: 'Робин', language: 'bg', avatar: 'https://example.com/r.png' });
      expect(await answer.json()).toMatchObject({ person: { name: 'Робин', language: 'bg' } });
      expect(await statusOf(change({ avatar: 'javascript:alert(1)' }))).toBe(400);
      expect(await statusOf(change({ password: { present: 'wrong', next: 'a new password' } }))).toBe(403);
      const changed = await change({ password: { present: password, next: 'a new password' } });
      expect(changed.status).toBe(200);
      expect(await statusOf(server.call('GET', '/api/inbox/me', { cookie: other }))).toBe(401);
      expect(await statusOf(server.call('GET', '/api/inbox/me', { cookie: toCookie(changed) }))).toBe(200);
    });

    test('an API key is shown once, kept as a hash, and can be revoked', async () => {
      const cookie = await server.cookieOf('administrator');
      const answer = await post('/api/admin/keys', { name: 'Gateway', roles: ['agent'] }, cookie);
      const { key, secret } = (await answer.json()) as {
        key: { id: string; starts: string };
        secret: string;
      };
      expect(secret.startsWith(key.starts)).toBe(true);
      expect(await statusOf(server.call('GET', '/api/inbox/me', { bearer: secret }))).toBe(200);
      const list = await (await server.call('GET', '/api/admin/keys', { cookie })).text();
      expect(list).toContain('lastUsedAt');
      expect(list).not.toContain(secret);
      await server.call('DELETE', `/api/admin/keys/${key.id}`, { cookie });
      expect(await statusOf(server.call('GET', '/api/inbox/me', { bearer: secret }))).toBe(401);
    });

    test('an API key makes no other keys and has no profile', async () => {
      const bearer = await server.keyOf('administrator');
      const key = { name: 'Successor', roles: ['administrator'] };
      expect(await statusOf(server.call('POST', '/api/admin/keys', { bearer, json: key }))).toBe(403);
      expect(await statusOf(server.call('PATCH', '/api/auth/me', { bearer, json: { name: 'x' } }))).toBe(403);
    });

    test.each(['Bearer baton_wrong', 'Bearer', 'Basic YTpi', 'Bearer a b', ''])(
      '%j is no valid key',
      async (authorization) => {
        const cookie = await server.cookieOf('agent');
        // A wrong key is not rescued by a cookie beside it.
        const status = await statusOf(
          server.call('GET', '/api/inbox/me', { headers: { authorization, cookie } }),
        );
        expect(status).toBe(401);
      },
    );

    test('a forged cookie is no session', async () => {
      const cookie = await server.cookieOf('agent');
      const forged = cookie.replace(/\.[^.;]{6}/, '.AAAAAA');
      expect(await statusOf(server.call('GET', '/api/inbox/me', { cookie: forged }))).toBe(401);
    });

    test('links lead to the public address', async () => {
      expect(await server.accounts.createFirstAccountLink()).toContain(publicUrl);
    });
  });
}

const day = 24 * 60 * 60 * 1000;
const post = (path: string, json: unknown, cookie?: string) =>
  server.call('POST', path, { json, ...(cookie !== undefined && { cookie }) });
const signIn = (email: string, given = password) =>
  post('/api/auth/sign-in/email', { email, password: given });
const statusOf = async (answer: Promise<Response>) => (await answer).status;
