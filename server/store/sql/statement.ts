export type SqlValue = string | number | null;

/** One SQL statement as data. Its text is the same for every turn, so that each database prepares it once. */
export interface Statement {
  /** Placeholders are `?`, in the order of `params`. */
  readonly sql: string;
  readonly params: readonly SqlValue[];
  /** When it changes no row, somebody else was first: nothing of the turn is written. */
  readonly must?: true;
}

/** What the hot path asks of a database, beside the queries that kysely builds. */
export interface SqlRunner {
  /** Rows of one query, prepared once. */
  read(sql: string, params: readonly SqlValue[]): Promise<unknown[]>;
  /**
   * Writes all of a turn's statements in one transaction, and answers after its commit; `conflict` when one that
   * must change a row did not. It may share the transaction with other turns, of which none fails another.
   */
  write(statements: readonly Statement[]): Promise<'done' | 'conflict'>;
}
