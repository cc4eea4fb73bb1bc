import type { QueryExecutorProvider, SelectQueryBuilder } from 'kysely';
import { isPostgres } from './is-postgres.ts';

/**
 * For picking rows that are then taken: where several processes share the database, rows that another is taking
 * at this moment are passed over. SQLite has one writer, who sees no row half taken.
 */
export function skipLocked<DB, Table extends keyof DB, Row>(
  db: QueryExecutorProvider,
  query: SelectQueryBuilder<DB, Table, Row>,
): SelectQueryBuilder<DB, Table, Row> {
  return isPostgres(db) ? query.forUpdate().skipLocked() : query;
}
