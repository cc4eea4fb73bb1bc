import type { RuntimeDeps } from '../deps.ts';

const day = 24 * 60 * 60_000;
/** How long the ids of calls, and deleted bots, are kept. */
const kept = 30 * day;

/** Removes what is past its time: conversations nobody wrote in, old ids of calls, bots deleted long ago. */
export async function cleanUp({ store, clock }: Pick<RuntimeDeps, 'store' | 'clock'>): Promise<void> {
  const now = clock.now();
  await store.conversations.removeUnbegun(now - day);
  await store.conversations.removeClientCalls(now - kept);
  for (const bot of await store.bots.list(true)) {
    if (bot.archivedAt !== null && bot.archivedAt < now - kept) await store.bots.remove(bot.id);
  }
}
