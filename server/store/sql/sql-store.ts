import { type Kysely, sql } from 'kysely';
import { type Meter, noMeter } from '../../meter.ts';
import type { Store } from '../store.ts';
import { createBotStore } from './bot-store.ts';
import { createConversationStore } from './conversation-store.ts';
import { createDeskStore } from './desk-store.ts';
import { createFileStore } from './file-store.ts';
import { createRecalled } from './hot-path.ts';
import { createInboxStore } from './inbox-store.ts';
import { createOutboxStore } from './outbox-store.ts';
import type { SqlRunner } from './statement.ts';
import type { Tables } from './tables.ts';
import { createTimerStore } from './timer-store.ts';

interface SqlStoreOptions {
  maxAgeMs?: number;
  meter?: Meter;
}

/**
 * The store over any SQL database that kysely speaks; its tables must be at the newest shape. `runner` is its hot
 * path. Where other processes write to the same database, what is remembered of it is used for `maxAgeMs` only.
 */
export function createSqlStore(
  db: Kysely<Tables>,
  runner: SqlRunner,
  { maxAgeMs = 0, meter = noMeter }: SqlStoreOptions = {},
): Store {
  const recalled = createRecalled(maxAgeMs);
  meter.watchCache('conversations', recalled.conversations.use);
  meter.watchCache('contacts', recalled.contacts.use);
  const bots = createBotStore(db);
  return {
    bots: {
      ...bots,
      remove: async (id) => {
        await bots.remove(id);
        recalled.clear();
      },
    },
    conversations: createConversationStore(db, runner, recalled),
    inbox: createInboxStore(db),
    timers: createTimerStore(db, runner),
    outbox: createOutboxStore(db),
    desk: createDeskStore(db),
    files: createFileStore(db),
    ping: async () => {
      await sql`select 1`.execute(db);
    },
    close: () => db.destroy(),
  };
}
