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

it('says of a failed item why, how often it was tried, and that it may have arrived', async () => {
  const item: OutboxItem = {
    ...mail,
    status: 'failed',
    attempts: 8,
    error: 'The connection broke off before an answer came.',
    mayHaveArrived: true,
  };
  const { screen } = renderScreen([{ path: '/', element: <OutboxRow item={item} /> }], '/');
  expect(await screen.findByText('May have arrived')).toBeDefined();
  expect(screen.getByText('8 attempts: The connection broke off before an answer came.')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Try again: Hi' })).toBeDefined();
});

it('says when an item that waits is tried next', async () => {
  const nextAt = new Date(Date.now() + 2 * 3_600_000).toISOString();
  const item: OutboxItem = { ...mail, status: 'waiting', attempts: 3, error: 'No answer.', nextAt };
  const { screen } = renderScreen([{ path: '/', element: <OutboxRow item={item} /> }], '/');
  expect(await screen.findByText(/^3 attempts: No answer\. · Next attempt: in 2 hr/)).toBeDefined();
  expect(screen.queryByRole('button', { name: /Try again/ })).toBeNull();
});

it('no longer doubts what has left since', async () => {
  const item = { ...mail, mayHaveArrived: true };
  const { screen } = renderScreen([{ path: '/', element: <OutboxRow item={item} /> }], '/');
  expect(await screen.findByText('Done')).toBeDefined();
  expect(screen.queryByText('May have arrived')).toBeNull();
});
