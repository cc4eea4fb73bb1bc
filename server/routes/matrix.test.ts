import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CallName, contract } from '../../shared/api/contract.ts';
import { type Role, type Route, roles, toAddress } from '../../shared/api/route.ts';
import { toExpressPath } from '../http/mount.ts';
import { matrix, pageRoutes } from './testing/matrix.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

const letters: Record<Role, string> = { administrator: 'A', designer: 'D', agent: 'G' };
const calls = Object.entries(contract) as [CallName, Route][];

let server: TestServer;
const cookies = new Map<Role, string>();
const keys = new Map<Role, string>();

beforeAll(async () => {
  server = await startTestServer();
  for (const role of roles) {
    cookies.set(role, await server.cookieOf(role));
    keys.set(role, await server.keyOf(role));
  }
});
afterAll(() => server.close());

test('every route that express knows is in the matrix, and the other way round', () => {
  const known = calls.map(([, route]) => `${route.method} ${toExpressPath(route.path)}`);
  expect(registered().sort()).toEqual([...known, ...pageRoutes].sort());
  expect(Object.keys(matrix).sort()).toEqual(Object.keys(contract).sort());
});

describe.each(calls)('%s', (name, route) => {
  const who = matrix[name];

  test(`is for ${who}`, () => {
    const told =
      typeof route.roles === 'string'
        ? route.roles
        : roles
            .filter((role) => route.roles.includes(role))
            .map((role) => letters[role])
            .join(' ');
    expect(told).toBe(who);
  });

  test('without sign-in', async () => {
    const status = await statusOf(route, {});
    if (who === 'public') expect([401, 403]).not.toContain(status);
    else expect(status).toBe(401);
  });

  test.each(roles)('as %s', async (role) => {
    const byCookie = await statusOf(route, { cookie: cookies.get(role) });
    const byKey = await statusOf(route, { bearer: keys.get(role) });
    expect([byCookie, byKey]).toEqual(expectedOf(who, role));
  });
});

/** By cookie and by key; `expect.toSatisfy` stands for 'let in', whatever the fake service made of it. */
function expectedOf(who: string, role: Role) {
  const letIn = expect.toSatisfy((status: number) => status !== 401 && status !== 403);
  if (who === 'conversation') return [401, letIn];
  if (who === 'public' || who === 'signed-in') return [letIn, letIn];
  const allowed = who.split(' ').includes(letters[role]);
  return allowed ? [letIn, letIn] : [403, 403];
}

/** Calls with a body that fits nothing: who is let in gets 400 or, where nothing is needed, an answer. */
async function statusOf(route: Route, by: { cookie?: string; bearer?: string }): Promise<number> {
  const params = Object.fromEntries(Object.keys(route.params?.shape ?? {}).map((name) => [name, '1']));
  const body = route.method === 'get' ? {} : { json: { nothing: 'that fits' } };
  const answer = await server.call(route.method.toUpperCase(), toAddress(route.path, params), {
    ...body,
    ...by,
  });
  await answer.body?.cancel();
  return answer.status;
}

/** Every route on the app's own router, as `method path`. */
function registered(): string[] {
  return server.app.router.stack.flatMap(({ route }) =>
    route ? [...new Set(route.stack.map(({ method }) => `${method} ${route.path}`))] : [],
  );
}
