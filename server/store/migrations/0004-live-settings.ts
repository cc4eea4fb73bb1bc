import type { Kysely } from 'kysely';
import type { StoreMigration } from './migration.ts';

/** The live settings that events were judged by, once each: they were two thirds of what an event's facts took. */
export const liveSettings: StoreMigration = {
  name: '0004-live-settings',
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('live_settings')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('settings', 'text', (column) => column.notNull())
      .execute();
  },
};
