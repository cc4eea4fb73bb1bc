import { describe, expect, it, vi } from 'vitest';
import { authRoutes } from '../../shared/api/auth.ts';
import { inboxRoutes } from '../../shared/api/inbox.ts';
import { ApiProblem } from './api-problem.ts';
import { call } from './call.ts';
import { problem, startFakeServer } from './testing/fake-server.ts';

const agent = { id: 'p1', name: 'Anna', avatar: null, status: 'online', departments: [], live: 0 };

describe('a call', () => {
  it('fills params and query into the address and sends the body as JSON', async () => {
    const { heard } = startFakeServer({
      'POST /api/inbox/conversations/*/typing': () => ({ status: 204 }),
      'GET /api/inbox/conversations': () => ({ body: { conversations: [], cursor: null } }),
      'PUT /api/inbox/me/status': () => ({ body: { agent } }),
    });
    await call(inboxRoutes.inboxTyping, { params: { id: 'a/b' } });
    await call(inboxRoutes.inboxList, { query: { folder: 'waiting', q: 'a & b' } });
    await call(inboxRoutes.inboxStatus, { body: { status: 'away' } });
    expect(heard.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /api/inbox/conversations/a%2Fb/typing',
      'GET /api/inbox/conversations',
      'PUT /api/inbox/me/status',
    ]);
    expect(heard[1]?.query.get('q')).toBe('a & b');
    expect(heard[2]?.body).toEqual({ status: 'away' });
    expect(heard[2]?.headers.get('content-type')).toBe('application/json');
  });

  it('returns the data of a success and nothing where the answer has no body', async () => {
    startFakeServer({
      'GET /api/inbox/me': () => ({ body: { agent } }),
      'POST /api/auth/sign-out': () => ({ status: 204 }),
    });
    expect(await call(inboxRoutes.inboxMe)).toEqual({ agent });
    expect(await call(authRoutes.signOut)).toBeUndefined();
  });

  it('throws a problem with its code, sentence and fields', async () => {
    const errors = [{ path: 'body.email', code: 'email', message: 'This is no e-mail address.' }];
    startFakeServer({
      'POST /api/auth/sign-in/email': () => problem(422, 'invalid', 'Something is amiss.', { errors }),
    });
    const failed = call(authRoutes.signIn, { body: { email: 'x', password: 'y' } });
    await expect(failed).rejects.toBeInstanceOf(ApiProblem);
    await expect(failed).rejects.toMatchObject({
      status: 422,
      code: 'invalid',
      sentence: 'Refused. Something is amiss.',
      fields: { email: 'This is no e-mail address.' },
    });
  });

  it('tells an answer that is no problem document by its status', async () => {
    startFakeServer({ 'GET /api/inbox/me': () => new Response('<h1>Bad gateway</h1>', { status: 502 }) });
    await expect(call(inboxRoutes.inboxMe)).rejects.toMatchObject({ status: 502, code: 'status-502' });
  });

  it('tells a server that cannot be reached from one that refuses', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(call(inboxRoutes.inboxMe)).rejects.toMatchObject({ status: 0, code: 'unreachable' });
  });

  it('passes an abort on as it is', async () => {
    vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => Promise.reject(signal?.reason));
    const aborted = AbortSignal.abort();
    await expect(call(inboxRoutes.inboxMe, { signal: aborted })).rejects.toBe(aborted.reason);
  });

  it('names the call and the field when the server answers what the contract does not allow', async () => {
    startFakeServer({ 'GET /api/inbox/me': () => ({ body: { agent: { ...agent, status: 'asleep' } } }) });
    await expect(call(inboxRoutes.inboxMe)).rejects.toThrow(
      /get \/api\/inbox\/me answered amiss[\s\S]*status/,
    );
  });
});
