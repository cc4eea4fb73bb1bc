import type { Store } from '../store/store.ts';
import type { LiveBots } from './live-bots.ts';
import { type ReplayDifference, replayRecord } from './replay.ts';

export interface ReplayTotals {
  conversations: number;
  events: number;
  differences: number;
}

const atOnce = 50;

/**
 * Replays every conversation of a database and tells of each that differs. A few of them are in memory at a
 * time, however many there are.
 */
export async function replayAll(
  store: Store,
  bots: Pick<LiveBots, 'release'>,
  tell: (difference: ReplayDifference) => void,
): Promise<ReplayTotals> {
  const totals: ReplayTotals = { conversations: 0, events: 0, differences: 0 };
  for (let last = ''; ; ) {
    const page = await store.conversations.page(last, atOnce);
    for (const conversation of page) {
      const difference = await replayRecord(store, bots, conversation);
      totals.conversations += 1;
      totals.events += conversation.eventCount;
      if (difference === null) continue;
      totals.differences += 1;
      tell(difference);
    }
    const newest = page.at(-1);
    if (page.length < atOnce || !newest) return totals;
    last = newest.id;
  }
}
