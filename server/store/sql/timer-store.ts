import type { Kysely } from 'kysely';
import type { TimerStore } from '../store.ts';
import type { Tables } from './tables.ts';

/** Timers of conversations, as rows. */
export function createTimerStore(db: Kysely<Tables>): TimerStore {
  return {
    due: (now, limit) =>
      db
        .selectFrom('timers')
        .selectAll()
        .where('due', '<=', now)
        .orderBy('due')
        .orderBy('conversation')
        .orderBy('name')
        .limit(limit)
        .execute(),
    read: async (conversation, name) =>
      (await db
        .selectFrom('timers')
        .selectAll()
        .where('conversation', '=', conversation)
        .where('name', '=', name)
        .executeTakeFirst()) ?? null,
    ofConversation: (conversation) =>
      db.selectFrom('timers').selectAll().where('conversation', '=', conversation).orderBy('due').execute(),
    nextDue: async () => {
      const row = await db.selectFrom('timers').select('due').orderBy('due').limit(1).executeTakeFirst();
      return row?.due ?? null;
    },
    remove: async (conversation, name) => {
      await db
        .deleteFrom('timers')
        .where('conversation', '=', conversation)
        .where('name', '=', name)
        .execute();
    },
  };
}
