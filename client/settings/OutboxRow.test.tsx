import { expect, it } from 'vitest';
import type { OutboxItem } from '../../shared/api/admin.ts';
import { renderScreen } from '../ui/testing/render-screen.tsx';
import { OutboxRow } from './OutboxRow.tsx';

const mail: OutboxItem = {
  id: 'm1',
  kind: 'mail',
  status: 'done',
  to: 'ann@example.com',
  subject: 'Hi',
  preview: 'Welcome',
  shownOnly: false,
  attempts: 1,
  error: null,
  mayHaveArrived: false,
  createdAt: '2026-11-21T08:00:00.000Z',
  nextAt: null,
  conversation: null,
};

it('calls a mail done that left', async () => {
  const { screen } = renderScreen([{ path: '/', element: <OutboxRow item={mail} /> }], '/');
  expect(await screen.findByText('Done')).toBeDefined();
});

it('does not call a mail done that never left', async () => {
  const item = { ...mail, shownOnly: true };
  const { screen } = renderScreen([{ path: '/', element: <OutboxRow item={item} /> }], '/');
  expect(await screen.findByText('Not sent, only shown here')).toBeDefined();
  expect(screen.queryByText('Done')).toBeNull();
});
