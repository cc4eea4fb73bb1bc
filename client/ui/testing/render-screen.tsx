import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render } from '@testing-library/react';
import i18next from 'i18next';
import { Suspense } from 'react';
import { initReactI18next } from 'react-i18next';
import { createMemoryRouter, type RouteObject, RouterProvider } from 'react-router';
import { afterEach } from 'vitest';
import type { SessionPerson } from '../../../shared/api/auth.ts';
import { createQueryClient } from '../../api/query-client.ts';
import { sessionQuery } from '../../api/session.ts';
import { cssVariables, theme } from '../theme.ts';

const files = import.meta.glob<Record<string, unknown>>('../../locales/en/*.json', {
  eager: true,
  import: 'default',
});
const texts = Object.entries(files).map(([path, text]) => [/([\w-]+)\.json$/.exec(path)?.[1] ?? '', text]);

await i18next.use(initReactI18next).init({
  lng: 'en',
  resources: { en: Object.fromEntries(texts) },
  defaultNS: 'common',
  interpolation: { escapeValue: false },
});
afterEach(cleanup);
// What happy-dom lacks of a browser.
if (!('fonts' in document)) Object.assign(document, { fonts: new EventTarget() });

/** Shows screens in English as the app does, at an address, to a person; returns the router and the cache. */
export function renderScreen(routes: RouteObject[], address: string, person: SessionPerson | null = null) {
  const queries = createQueryClient();
  queries.setQueryData(sessionQuery.queryKey, { person, firstAccount: false });
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  const screen = render(
    <QueryClientProvider client={queries}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} env="test">
        <ModalsProvider>
          <Notifications />
          <Suspense>
            <RouterProvider router={router} />
          </Suspense>
        </ModalsProvider>
      </MantineProvider>
    </QueryClientProvider>,
  );
  return { screen, router, queries };
}
