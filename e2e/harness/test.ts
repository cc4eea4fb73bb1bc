import { type APIRequestContext, type Browser, test as base, type Page, request } from '@playwright/test';
import { administrator, type RunningServer, startServer } from './server.ts';

interface Fixtures {
  /** An API client that is signed in as the administrator. */
  api: APIRequestContext;
  /** A browser of its own for another person, signed in unless it is a customer's. */
  open: (who: 'administrator' | 'customer', options?: Parameters<Browser['newContext']>[0]) => Promise<Page>;
}

/** Playwright's test with a server of the product: one a worker, with the sample bots in it. */
export const test = base.extend<Fixtures, { server: RunningServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  api: async ({ server }, use) => {
    const api = await request.newContext({ baseURL: server.url, extraHTTPHeaders: { origin: server.url } });
    await signIn(api);
    await use(api);
    await api.dispose();
  },
  open: async ({ browser, server }, use) => {
    const contexts: Awaited<ReturnType<Browser['newContext']>>[] = [];
    await use(async (who, options) => {
      const context = await browser.newContext({ baseURL: server.url, ...options });
      contexts.push(context);
      const page = await context.newPage();
      if (who === 'administrator') await signIn(page.request, server.url);
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

/** Signs the client in; its cookie jar keeps the session. */
async function signIn(api: APIRequestContext, origin?: string): Promise<void> {
  const { email, password } = administrator;
  const answer = await api.post('/api/auth/sign-in/email', {
    data: { email, password },
    ...(origin && { headers: { origin } }),
  });
  if (!answer.ok()) throw new Error(`Signing in failed with ${answer.status()}: ${await answer.text()}`);
}
