import { type APIRequestContext, expect } from '@playwright/test';
import { read } from './bots.ts';

/** Waits until a mail about a conversation stands in the outbox. */
export async function expectMail(api: APIRequestContext, conversation: string, to: string): Promise<void> {
  const find = async () => {
    const { items } = await read<{ items: { kind: string; to: string; conversation: string | null }[] }>(
      await api.get('/api/admin/outbox?limit=100'),
    );
    return items.some(
      (item) => item.kind === 'mail' && item.to.includes(to) && item.conversation === conversation,
    );
  };
  await expect.poll(find).toBe(true);
}
