import type Database from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

const most = 500;

/**
 * The database as kysely uses it, with its prepared statements kept: preparing one again and again costs more
 * than running it, and a statement that is collected while in use has been seen to abort the process.
 */
export function keepStatements(handle: Database.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => {
      kept.clear();
      handle.close();
    },
    prepare: (source) => {
      const known = kept.get(source);
      if (known) return known;
      const statement = handle.prepare(source) as unknown as SqliteStatement;
      // Schema changes and pragmas run once, and lists of ids make statements without end.
      if (
        kept.size < most &&
        /^\s*(select|insert|update|delete|savepoint|release|rollback to)\b/i.test(source)
      )
        kept.set(source, statement);
      return statement;
    },
  };
}
