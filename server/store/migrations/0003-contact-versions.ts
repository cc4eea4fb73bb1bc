import type { Kysely } from 'kysely';
import type { StoreMigration } from './migration.ts';

/** A contact is written under its version, so that two of its conversations cannot overwrite each other. */
export const contactVersions: StoreMigration = {
  name: '0003-contact-versions',
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .alterTable('contacts')
      .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
      .execute();
  },
};
