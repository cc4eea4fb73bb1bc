import { fireEvent, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Role } from '../../shared/api/route.ts';
import { silentStream, startFakeServer } from '../api/testing/fake-server.ts';
import { renderScreen } from '../ui/testing/render-screen.tsx';
import { routes } from './router.tsx';

const problemless = {
  'GET /api/inbox/stream': silentStream,
  'POST /api/auth/sign-out': () => ({ status: 204 }),
};

function openAs(address: string, roles: Role[] | null) {
  startFakeServer(problemless);
  const person = roles && {
    id: 'p',
    name: 'Anna de Wit',
    email: 'anna@example.com',
    avatar: null,
    language: null,
    roles,
    departments: [],
  };
  return renderScreen(routes, address, person);
}

describe('the areas', () => {
  it('ask for a sign-in first, and remember where the person wanted to be', async () => {
    const { router } = openAs('/inbox/c1?folder=mine', null);
    await waitFor(() => expect(router.state.location.pathname).toBe('/sign-in'));
    expect(new URLSearchParams(router.state.location.search).get('to')).toBe('/inbox/c1?folder=mine');
  });

  it('show an agent the inbox and no bots', async () => {
    const { screen, router } = openAs('/', ['agent']);
    await waitFor(() => expect(router.state.location.pathname).toBe('/inbox'));
    const areas = screen.getByRole('navigation', { name: 'Areas' });
    expect(areas.textContent).toBe('InboxSettingsAD');
  });

  it('tell a designer whom to ask for the inbox', async () => {
    const { screen } = openAs('/inbox', ['designer']);
    expect(await screen.findByText('This area is not open to you')).toBeDefined();
  });

  it('open everything to an administrator', async () => {
    const { screen } = openAs('/settings/profile', ['administrator']);
    expect(await screen.findByRole('link', { name: 'API keys' })).toBeDefined();
    expect(screen.getByRole('navigation', { name: 'Areas' }).textContent).toBe('BotsInboxSettingsAD');
  });

  it('are left at once by who signs out, and what was read is forgotten', async () => {
    const { screen, router, queries } = openAs('/nowhere', ['agent']);
    queries.setQueryData(['read', 'before'], 'something');
    fireEvent.click(await screen.findByRole('button', { name: 'Menu of Anna de Wit' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/sign-in'));
    expect(queries.getQueryData(['read', 'before'])).toBeUndefined();
  });

  it('say so where there is nothing', async () => {
    const { screen } = openAs('/nowhere', ['agent']);
    expect(await screen.findByText('There is nothing at this address')).toBeDefined();
  });
});
