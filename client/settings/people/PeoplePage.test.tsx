import { fireEvent } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { SessionPerson } from '../../../shared/api/auth.ts';
import { startFakeServer } from '../../api/testing/fake-server.ts';
import { renderScreen } from '../../ui/testing/render-screen.tsx';
import { PeoplePage } from './PeoplePage.tsx';

const hint = /^Serves no department/;
const sales = { id: 'sales', name: 'Sales', people: 0, waiting: 0 };
const support = { id: 'support', name: 'Support', people: 0, waiting: 0 };
const admin: SessionPerson = {
  id: 'ruth',
  name: 'Ruth',
  email: 'ruth@example.com',
  avatar: null,
  language: null,
  roles: ['administrator'],
  departments: [],
};

function toPerson(name: string, roles: string[], departments: string[]) {
  const email = `${name.toLowerCase()}@example.com`;
  return { id: name, name, email, roles, departments, invited: false, status: 'offline', lastSeenAt: null };
}

function openPeople(departments: (typeof sales)[]) {
  const people = [
    toPerson('Anna', ['agent'], []),
    toPerson('Marek', ['agent'], ['sales']),
    toPerson('Dora', ['designer'], []),
    toPerson('Ruth', ['agent', 'administrator'], []),
  ];
  const server = startFakeServer({
    'GET /api/admin/people': () => ({ body: { people } }),
    'GET /api/admin/departments': () => ({ body: { departments } }),
    'POST /api/admin/people': () => ({
      body: { person: toPerson('Noor', ['agent'], []), link: 'https://desk.example/invitation' },
    }),
  });
  return { ...renderScreen([{ path: '/', element: <PeoplePage /> }], '/', admin), ...server };
}

describe('the page of people', () => {
  it('says of an agent without departments, and of nobody else, what that means', async () => {
    const { screen } = openPeople([sales]);
    await screen.findByText('Anna');
    const hints = await screen.findAllByText(hint);
    expect(hints.map((one) => one.parentElement?.textContent)).toEqual([
      expect.stringContaining('anna@example.com'),
    ]);
  });

  it('says nothing while there are no departments', async () => {
    const { screen } = openPeople([]);
    await screen.findByText('Anna');
    expect(screen.queryByText(hint)).toBeNull();
  });

  it('invites to every department unless some are taken away', async () => {
    const { screen, heard } = openPeople([sales, support]);
    await screen.findByText('marek@example.com · Sales');
    fireEvent.click(screen.getByRole('button', { name: 'Invite a person' }));
    fireEvent.change(await screen.findByLabelText(/^E-mail/), { target: { value: 'noor@example.com' } });
    fireEvent.click(screen.getByRole('button', { name: 'Invite' }));
    await screen.findByDisplayValue('https://desk.example/invitation');
    expect(heard.find(({ method }) => method === 'POST')?.body).toEqual({
      email: 'noor@example.com',
      roles: ['agent'],
      departments: ['sales', 'support'],
    });
  });
});
