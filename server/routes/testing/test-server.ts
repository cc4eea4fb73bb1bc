import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Express } from 'express';
import { pino } from 'pino';
import type { Role } from '../../../shared/api/route.ts';
import { type Accounts, createAccounts } from '../../accounts/accounts.ts';
import { type AppDeps, createApp } from '../../app.ts';
import { createCommon } from '../../http/common.ts';
import { createFront } from '../../http/front.ts';
import { createMeter, createRegistry } from '../../http/metrics.ts';
import { serverOptions } from '../../http/server-options.ts';
import { toModel } from '../../runtime/bots/to-model.ts';
import { createRuntime } from '../../runtime/runtime.ts';
import type { Services } from '../../services.ts';
import type { Database } from '../../store/open-database.ts';
import { openSqlite } from '../../store/sqlite/open-sqlite.ts';
import type { Store } from '../../store/store.ts';
import { createFakeServices, type FakeServices } from './fake-services.ts';

export const password = 'correct horse battery';
export const publicUrl = 'https://baton.test';

export interface TestServer {
  readonly app: Express;
  readonly accounts: Accounts;
  /** What answers, or with `real` would have answered. */
  readonly services: FakeServices;
  /** What was logged, line by line. */
  readonly log: string[];
  readonly base: string;
  /** Milliseconds since 1970, as the accounts see it. */
  readonly clock: { now: number };
  call(method: string, path: string, init?: CallInit): Promise<Response>;
  /** The cookie of a person with these roles, invited and signed in through the accounts themselves. */
  cookieOf(...roles: Role[]): Promise<string>;
  keyOf(...roles: Role[]): Promise<string>;
  close(): Promise<void>;
}

interface CallInit {
  readonly json?: unknown;
  readonly body?: string | FormData | Buffer;
  readonly headers?: Record<string, string>;
  readonly cookie?: string;
  readonly bearer?: string;
}

/** As much of a database as the server needs. */
export type TestDatabase = Pick<Database, 'store' | 'db'>;

interface TestServerOptions {
  /** One in memory when left out; it is closed with the server. */
  readonly openDatabase?: () => Promise<TestDatabase>;
  readonly services?: FakeServices;
  /** The runtime answers instead of the fake services; its timers and outgoing work do not run. */
  readonly real?: boolean;
  readonly rateLimits?: boolean;
  readonly ready?: AppDeps['ready'];
  /** Express alone, which can answer every call; the front stands before it when left out. */
  readonly way?: 'express';
}

/** The whole app with fake services and real accounts on a database in memory, on a port of its own. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { services = createFakeServices(), rateLimits = false, ready = async () => true } = options;
  const { db, store } = await (options.openDatabase?.() ?? openSqlite(':memory:'));
  const clock = { now: Date.now() };
  const accounts = await createAccounts({
    db,
    secret: 'a secret of the tests, long enough to be one',
    publicUrl,
    desk: () => answering.admin,
    now: () => clock.now,
  });
  const answering: Services = options.real ? createReal(store, accounts, clock) : services;
  const log: string[] = [];
  const stop = new AbortController();
  const registry = createRegistry();
  const deps: AppDeps = {
    services: answering,
    accounts,
    logger: pino({ level: 'trace' }, { write: (line: string) => void log.push(line) }),
    registry,
    meter: createMeter(registry),
    publicUrl,
    version: '0.0.0',
    ...createFolders(),
    rateLimits,
    ready,
    stop: stop.signal,
  };
  const common = createCommon({ ...deps, chat: answering.chat });
  const app = createApp(deps, common);
  const listener = options.way === 'express' ? app : createFront(common, answering.chat, app);
  const server = createServer(serverOptions, listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const call = toCaller(base);
  return {
    app,
    accounts,
    services,
    log,
    base,
    clock,
    call,
    ...createPeople(accounts, services, call),
    close: async () => {
      stop.abort();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await store.close();
    },
  };
}

function createReal(store: Store, accounts: Accounts, clock: { now: number }): Services {
  const { services } = createRuntime({
    store,
    clock: { now: () => clock.now },
    people: accounts.directory,
    mailer: { sends: false, send: async () => {} },
    train: async (file) => toModel(file),
    log: pino({ level: 'silent' }),
    secret: 'a secret of the tests, long enough to be one',
    publicUrl,
    allowHosts: [],
  });
  return services;
}

function toCaller(base: string): TestServer['call'] {
  return (method, path, { json, body, headers, cookie, bearer } = {}) =>
    fetch(base + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...(cookie !== undefined && { cookie, origin: publicUrl }),
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
        ...headers,
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
      ...(body !== undefined && { body: body instanceof Buffer ? new Uint8Array(body) : body }),
    });
}

function createPeople(accounts: Accounts, services: FakeServices, call: TestServer['call']) {
  let count = 0;
  const caller = {
    kind: 'person',
    id: 'root',
    name: 'Root',
    email: null,
    avatar: null,
    roles: [],
    departments: [],
  } as const;
  const client = { ip: '', origin: null, acceptLanguage: '', language: 'en' } as const;
  const none = { params: {}, query: {}, caller, client };
  return {
    async cookieOf(...roles: Role[]) {
      count += 1;
      const email = `${roles.join('.')}${count}@example.com`;
      const { link } = await accounts.people.personInvite({ ...none, body: { email, roles } });
      services.mails.pop();
      const token = new URL(link).hash.slice(1);
      const answer = await call('POST', '/api/auth/invitations/accept', {
        json: { token, name: roles.join(' '), password },
      });
      return toCookie(answer);
    },
    async keyOf(...roles: Role[]) {
      const { secret } = await accounts.keys.keyCreate({ ...none, body: { name: roles.join(), roles } });
      return secret;
    },
  };
}

/** The cookies an answer sets, as the next call sends them. */
export function toCookie(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

function createFolders() {
  const folder = mkdtempSync(join(tmpdir(), 'baton-pages-'));
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><meta name="style-nonce" content="%STYLE_NONCE%"><title>Baton</title>',
  );
  writeFileSync(join(folder, 'widget.js'), 'globalThis.baton = 1;');
  return { clientFolder: folder, widgetFolder: folder };
}
