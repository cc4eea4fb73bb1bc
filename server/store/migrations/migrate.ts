import { type Kysely, Migrator } from 'kysely';
import type { StoreMigration } from './migration.ts';

/**
 * Brings the database to the newest shape. Safe when two processes start at once: one migrates, the other
 * waits for it. `area` keeps the lists of different owners of tables apart.
 */
export async function migrate(
  db: Kysely<never>,
  migrations: readonly StoreMigration[],
  area = 'store',
): Promise<void> {
  const migrator = new Migrator({
    db: db as unknown as Kysely<unknown>,
    provider: {
      getMigrations: async () => Object.fromEntries(migrations.map(({ name, up }) => [name, { up }])),
    },
    migrationTableName: `${area}_migrations`,
    migrationLockTableName: `${area}_migrations_lock`,
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) {
    throw new Error('The database could not be brought to the newest shape.', { cause: error });
  }
}
