import { type Kysely, sql } from 'kysely';
import type { StoreMigration } from './migration.ts';

/**
 * Each turn asks how long customers waited of late, and each hour those are looked for in which nobody spoke:
 * with these indexes both read only what they need, however many conversations there are.
 */
export const quickLooks: StoreMigration = {
  name: '0002-quick-looks',
  up: async (db: Kysely<unknown>) => {
    await sql`create index conversations_joined on conversations (bot, joined_at) where joined_at is not null`.execute(
      db,
    );
    await sql`create index conversations_unbegun on conversations (changed_at) where last_customer_number = 0`.execute(
      db,
    );
  },
};
