import { randomUUID } from 'node:crypto';
import { type APIRequestContext, type Browser, test as base, type Page, request } from '@playwright/test';
import { read } from './bots.ts';
import { administrator, type RunningServer, type StoreKind, startServer } from './server.ts';

/** Somebody with an account. */
export interface Account {
  name: string;
  email: string;
  password: string;
}

/** Wide enough to show every pane of the inbox side by side. */
const desktop = { width: 1440, height: 900 };

type Options = Parameters<Browser['newContext']>[0];
type Role = 'administrator' | 'designer' | 'agent';

interface Fixtures {
  /** An API client that is signed in as the administrator. */
  api: APIRequestContext;
  /** Makes an account for the length of a test. */
  invite: (name: string, ...roles: Role[]) => Promise<Account>;
  /** A browser of its own for another person, signed in unless it is a customer's. */
  open: (who: 'administrator' | 'customer' | Account, options?: Options) => Promise<Page>;
  /** At the start of a test nobody is online, and everybody has room for another chat. */
  desk: undefined;
}

/** What is the same for all tests of a worker. */
export interface Worker {
  store: StoreKind;
  server: RunningServer;
}

/** Playwright's test with a server of the product: one a worker, with the sample bots in it. */
export const test = base.extend<Fixtures, Worker>({
  store: ['sqlite', { option: true, scope: 'worker' }],
  server: [
    async ({ store }, use) => {
      const server = await startServer(store);
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  api: async ({ server }, use) => {
    const api = await request.newContext({ baseURL: server.url, extraHTTPHeaders: { origin: server.url } });
    await signIn(api, administrator);
    await use(api);
    await api.dispose();
  },
  desk: [
    async ({ api }, use) => {
      await read(await api.put('/api/inbox/me/status', { data: { status: 'offline' } }));
      await read(await api.patch('/api/admin/settings', { data: { chatsPerAgent: 100 } }));
      await use(undefined);
    },
    { auto: true },
  ],
  invite: async ({ api, server }, use) => {
    const made: string[] = [];
    await use(async (name, ...roles) => {
      const account = {
        name,
        email: `${randomUUID().slice(0, 8)}@example.com`,
        password: 'a long enough password',
      };
      const { person, link } = await read<{ person: { id: string }; link: string }>(
        await api.post('/api/admin/people', { data: { name, email: account.email, roles } }),
      );
      made.push(person.id);
      await acceptInvitation(server.url, link, account);
      return account;
    });
    for (const id of made) await api.delete(`/api/admin/people/${id}`);
  },
  open: async ({ browser, server }, use) => {
    const contexts: Awaited<ReturnType<Browser['newContext']>>[] = [];
    await use(async (who, options) => {
      const context = await browser.newContext({ baseURL: server.url, viewport: desktop, ...options });
      contexts.push(context);
      const page = await context.newPage();
      if (who !== 'customer')
        await signIn(page.request, who === 'administrator' ? administrator : who, server.url);
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

/** Signs the client in; its cookie jar keeps the session. */
async function signIn(
  api: APIRequestContext,
  { email, password }: Pick<Account, 'email' | 'password'>,
  origin?: string,
): Promise<void> {
  await read(
    await api.post('/api/auth/sign-in/email', {
      data: { email, password },
      ...(origin && { headers: { origin } }),
    }),
  );
}

/** Takes up an invitation as its page does. */
async function acceptInvitation(url: string, link: string, { name, password }: Account): Promise<void> {
  const api = await request.newContext({ baseURL: url, extraHTTPHeaders: { origin: url } });
  const token = new URL(link).hash.slice(1);
  await read(await api.post('/api/auth/invitations/accept', { data: { token, name, password } }));
  await api.dispose();
}
