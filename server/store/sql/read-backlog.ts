import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** Work that waits, in numbers. */
export interface Backlog {
  outbox: { waiting: number; overdue: number; dead: number };
  timers: { waiting: number; overdue: number };
  /** People who wait for an agent, by the id of their department; null: by none. */
  handoffs: { department: string | null; count: number }[];
}

/** Counts by indexes alone, so that it may be asked often. `now` in milliseconds since 1970. */
export async function readBacklog(db: Kysely<Tables>, now: number): Promise<Backlog> {
  const outbox = await db
    .selectFrom('outbox')
    .select((of) => [
      'status',
      of.fn.countAll<number>().as('count'),
      sql<number>`sum(case when next_at <= ${now} then 1 else 0 end)`.as('overdue'),
    ])
    .where('status', 'in', ['waiting', 'failed'])
    .groupBy('status')
    .execute();
  const timers = await db
    .selectFrom('timers')
    .select((of) => [
      of.fn.countAll<number>().as('count'),
      sql<number>`sum(case when due <= ${now} then 1 else 0 end)`.as('overdue'),
    ])
    .executeTakeFirst();
  const handoffs = await db
    .selectFrom('conversations')
    .select((of) => ['department', of.fn.countAll<number>().as('count')])
    .where('handler', '=', 'queue')
    .where('last_customer_number', '>', 0)
    .groupBy('department')
    .execute();
  const waiting = outbox.find(({ status }) => status === 'waiting');
  return {
    outbox: {
      waiting: Number(waiting?.count ?? 0),
      overdue: Number(waiting?.overdue ?? 0),
      dead: Number(outbox.find(({ status }) => status === 'failed')?.count ?? 0),
    },
    timers: { waiting: Number(timers?.count ?? 0), overdue: Number(timers?.overdue ?? 0) },
    handoffs: handoffs.map(({ department, count }) => ({ department, count: Number(count) })),
  };
}
