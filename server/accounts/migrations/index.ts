import type { StoreMigration } from '../../store/migrations/migration.ts';
import { people } from './0001-people.ts';

/** Every migration of the accounts, oldest first. */
export const accountMigrations: readonly StoreMigration[] = [people];
