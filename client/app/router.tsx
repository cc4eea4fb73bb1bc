import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { PageSkeleton } from '../ui/PageSkeleton.tsx';
import { AppFrame } from './AppFrame.tsx';
import { HomePage } from './HomePage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { RequireRole } from './RequireRole.tsx';
import { RootLayout } from './RootLayout.tsx';
import { ScreenFault } from './ScreenFault.tsx';

const designing: RouteObject[] = [
  {
    path: 'bots/:bot',
    lazy: async () => ({ Component: (await import('../editor/EditorPage.tsx')).EditorPage }),
  },
  {
    path: 'bots/:bot/settings/*',
    lazy: async () => ({
      Component: (await import('../editor/settings/BotSettingsPage.tsx')).BotSettingsPage,
    }),
  },
];

const inside: RouteObject[] = [
  { index: true, element: <HomePage /> },
  { element: <RequireRole roles={['designer']} />, children: designing },
  {
    element: <RequireRole roles={['agent']} />,
    children: [
      {
        path: 'inbox/:conversation?',
        lazy: async () => ({ Component: (await import('../inbox/InboxPage.tsx')).InboxPage }),
      },
    ],
  },
  {
    path: 'settings/*',
    lazy: async () => ({ Component: (await import('../settings/SettingsPage.tsx')).SettingsPage }),
  },
];

const outside: RouteObject[] = [
  {
    path: 'sign-in',
    lazy: async () => ({ Component: (await import('../settings/sign-in/SignInPage.tsx')).SignInPage }),
  },
  {
    path: 'first-account',
    lazy: async () => ({
      Component: (await import('../settings/sign-in/FirstAccountPage.tsx')).FirstAccountPage,
    }),
  },
  {
    path: 'invitation',
    lazy: async () => ({
      Component: (await import('../settings/sign-in/InvitationPage.tsx')).InvitationPage,
    }),
  },
];

/** Every address of the screens. */
export const routes: RouteObject[] = [
  {
    element: <RootLayout />,
    hydrateFallbackElement: <PageSkeleton />,
    errorElement: <ScreenFault />,
    children: [
      ...outside,
      {
        element: <AppFrame />,
        children: [
          {
            errorElement: <ScreenFault />,
            children: [...inside, { path: '*', element: <NotFoundPage /> }],
          },
        ],
      },
      { path: 'bots', element: <Navigate to="/" replace /> },
    ],
  },
];

/** The router of the whole app, on the browser’s own history. */
export function createRouter() {
  return createBrowserRouter(routes);
}
