import { type Kysely, type Selectable, sql } from 'kysely';
import { longestHold } from '../holds.ts';
import type { TimerRecord } from '../records.ts';
import type { TimerStore } from '../store.ts';
import { skipLocked } from './skip-locked.ts';
import type { SqlRunner } from './statement.ts';
import type { Tables } from './tables.ts';

/** Timers of conversations, as rows. */
export function createTimerStore(db: Kysely<Tables>, runner: SqlRunner): TimerStore {
  return {
    claim: (now, until, limit) => claim(db, now, until, limit),
    putOff: async ({ conversation, name, due }, until) => {
      await db
        .updateTable('timers')
        .set((column) => ({ held_until: until, attempts: column('attempts', '+', 1) }))
        .where('conversation', '=', conversation)
        .where('name', '=', name)
        .where('due', '=', due)
        .execute();
    },
    read: async (conversation, name) => {
      const rows = await runner.read(readSql, [conversation, name]);
      return (rows as Selectable<Tables['timers']>[]).map(fromRow)[0] ?? null;
    },
    nextDue: async (now) => {
      const row = await db
        .selectFrom('timers')
        .select('due')
        .where('due', '>', now)
        .orderBy('due')
        .limit(1)
        .executeTakeFirst();
      return row?.due ?? null;
    },
    remove: async (conversation, name) => {
      await db
        .deleteFrom('timers')
        .where('conversation', '=', conversation)
        .where('name', '=', name)
        .execute();
    },
    backlog: (now) => countTimers(db, now),
  };
}

/** Asked by each ring, so prepared once. */
const readSql = 'select * from timers where conversation = ? and name = ?';

async function claim(db: Kysely<Tables>, now: number, until: number, limit: number): Promise<TimerRecord[]> {
  const rows = await db
    .with('picked', (cte) =>
      skipLocked(
        db,
        cte
          .selectFrom('timers')
          .select(['conversation', 'name'])
          .where('due', '<=', now)
          .where((or) => or.or([or('held_until', '<=', now), or('held_until', '>', now + longestHold)]))
          .orderBy('due')
          .orderBy('conversation')
          .orderBy('name')
          .limit(limit),
      ),
    )
    .updateTable('timers')
    .set({ held_until: until })
    .where((is) =>
      is(
        is.refTuple('conversation', 'name'),
        'in',
        is
          .selectFrom('picked')
          .select(['picked.conversation', 'picked.name'])
          .$asTuple('conversation', 'name'),
      ),
    )
    .returningAll()
    .execute();
  return rows.map(fromRow).sort(byDue);
}

/** See `backlog` of the store. */
export async function countTimers(db: Kysely<Tables>, now: number): ReturnType<TimerStore['backlog']> {
  const { waiting, overdue, failing } = await db
    .selectFrom('timers')
    .select([
      sql<number>`count(*)`.as('waiting'),
      sql<number>`count(case when due <= ${now} then 1 end)`.as('overdue'),
      sql<number>`count(case when due <= ${now} and attempts > 0 then 1 end)`.as('failing'),
    ])
    .executeTakeFirstOrThrow();
  return { waiting: Number(waiting), overdue: Number(overdue), failing: Number(failing) };
}

function fromRow({ conversation, name, due, attempts }: Selectable<Tables['timers']>): TimerRecord {
  return { conversation, name, due, attempts };
}

/** In the order in which they fall due; what an update returns comes in any. */
function byDue(one: TimerRecord, other: TimerRecord): number {
  return (
    one.due - other.due || compare(one.conversation, other.conversation) || compare(one.name, other.name)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
