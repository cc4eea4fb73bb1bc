import { type Kysely, sql } from 'kysely';
import type { Store } from '../store.ts';
import { createBotStore } from './bot-store.ts';
import { createConversationStore } from './conversation-store.ts';
import { createDeskStore } from './desk-store.ts';
import { createFileStore } from './file-store.ts';
import { createInboxStore } from './inbox-store.ts';
import { createOutboxStore } from './outbox-store.ts';
import type { Tables } from './tables.ts';
import { createTimerStore } from './timer-store.ts';

/** The store over any SQL database that kysely speaks; its tables must be at the newest shape. */
export function createSqlStore(db: Kysely<Tables>): Store {
  return {
    bots: createBotStore(db),
    conversations: createConversationStore(db),
    inbox: createInboxStore(db),
    timers: createTimerStore(db),
    outbox: createOutboxStore(db),
    desk: createDeskStore(db),
    files: createFileStore(db),
    ping: async () => {
      await sql`select 1`.execute(db);
    },
    close: () => db.destroy(),
  };
}
