import type { Kysely } from 'kysely';
import type { OutboxStore, TimerStore } from '../store.ts';
import { countOutbox } from './outbox-store.ts';
import type { Tables } from './tables.ts';
import { countTimers } from './timer-store.ts';

/** Work that waits, in numbers. */
export interface Backlog {
  outbox: Awaited<ReturnType<OutboxStore['backlog']>>;
  timers: Awaited<ReturnType<TimerStore['backlog']>>;
  /** People who wait for an agent, by the id of their department; null: by none. */
  handoffs: { department: string | null; count: number }[];
}

/** Counts by indexes alone, so that it may be asked often. `now` in milliseconds since 1970. */
export async function readBacklog(db: Kysely<Tables>, now: number): Promise<Backlog> {
  const handoffs = await db
    .selectFrom('conversations')
    .select((of) => ['department', of.fn.countAll<number>().as('count')])
    .where('handler', '=', 'queue')
    .where('last_customer_number', '>', 0)
    .groupBy('department')
    .execute();
  return {
    outbox: await countOutbox(db, now),
    timers: await countTimers(db, now),
    handoffs: handoffs.map(({ department, count }) => ({ department, count: Number(count) })),
  };
}
