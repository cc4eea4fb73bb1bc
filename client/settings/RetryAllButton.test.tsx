import { fireEvent } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { renderScreen } from '../ui/testing/render-screen.tsx';
import { RetryAllButton } from './RetryAllButton.tsx';

afterEach(() => vi.unstubAllGlobals());

/** A server on which so many items have failed, until they are sent again. */
function stubServer(failed: number): string[] {
  const calls: string[] = [];
  let left = failed;
  const answer = (body: unknown) => new Response(JSON.stringify(body), { status: 200 });
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    calls.push(`${init.method ?? 'GET'} ${new URL(url, 'https://chat.example.com').pathname}`);
    if (init.method !== 'POST') return answer({ items: [], cursor: null, failed: left });
    left = 0;
    return answer({ count: failed });
  });
  return calls;
}

const show = () => renderScreen([{ path: '/', element: <RetryAllButton /> }], '/').screen;

it('sends all that has failed again, says how many, and goes when nothing has', async () => {
  const calls = stubServer(3);
  const screen = show();
  fireEvent.click(await screen.findByRole('button', { name: 'Try all 3 failed again' }));
  expect(await screen.findByText('3 items are sent again.')).toBeDefined();
  await vi.waitFor(() => expect(screen.queryByRole('button', { name: /failed again/ })).toBeNull());
  expect(calls).toContain('POST /api/admin/outbox/retry');
});

it('is not there while nothing has failed', async () => {
  const calls = stubServer(0);
  const screen = show();
  await vi.waitFor(() => expect(calls).toHaveLength(1));
  expect(screen.queryByRole('button', { name: /again/ })).toBeNull();
});
