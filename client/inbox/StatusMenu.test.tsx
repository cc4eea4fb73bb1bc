import { fireEvent } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { startFakeServer } from '../api/testing/fake-server.ts';
import { renderScreen } from '../ui/testing/render-screen.tsx';
import { StatusMenu } from './StatusMenu.tsx';
import { anna } from './testing/conversations.ts';

const hint = /^You belong to no department/;
const sales = { id: 'sales', name: 'Sales' };

async function openMenu(desk: {
  departments: { id: string; name: string }[];
  own: string[];
  roles?: ('agent' | 'administrator')[];
}) {
  const { departments, own, roles = ['agent'] } = desk;
  const agent = { ...anna, avatar: null, status: 'online', departments: own, live: 0 };
  startFakeServer({
    'GET /api/inbox/me': () => ({ body: { agent } }),
    'GET /api/inbox/agents': () => ({ body: { agents: [agent], departments } }),
  });
  const person = {
    ...anna,
    email: 'anna@example.com',
    avatar: null,
    language: null,
    departments: own,
    roles,
  };
  const { screen } = renderScreen([{ path: '/', element: <StatusMenu /> }], '/', person);
  fireEvent.click(await screen.findByRole('button', { name: 'Your status: Online' }));
  await screen.findByRole('menuitemradio', { name: /^Away/ });
  return screen;
}

describe('the menu of one’s status', () => {
  it('tells an agent without departments that their conversations go to others', async () => {
    const screen = await openMenu({ departments: [sales], own: [] });
    expect(await screen.findByText(hint)).toBeDefined();
  });

  it.each([
    ['who serves one', { departments: [sales], own: ['sales'] }],
    ['while there are none', { departments: [], own: [] }],
    [
      'who administers',
      { departments: [sales], own: [], roles: ['agent' as const, 'administrator' as const] },
    ],
  ])('says nothing of departments to an agent %s', async (_, desk) => {
    const screen = await openMenu(desk);
    expect(screen.queryByText(hint)).toBeNull();
  });
});
