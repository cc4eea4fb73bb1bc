import { PostgresAdapter, type QueryExecutorProvider } from 'kysely';

/** Whether this is PostgreSQL; the few statements that differ ask for it. */
export function isPostgres(db: QueryExecutorProvider): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}
