import type { Kysely } from 'kysely';

/** One step of the database's shape. Its name is its number and what it brings, and never changes. */
export interface StoreMigration {
  name: string;
  up(db: Kysely<unknown>): Promise<void>;
}
