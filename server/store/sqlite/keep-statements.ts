import type { SqliteDatabase } from 'kysely';
import type { SqliteHandle } from './sqlite-handle.ts';
import type { StableStatement } from './stable-statement.ts';

/**
 * The database as kysely uses it, with its prepared statements kept: preparing one again and again costs more
 * than running it, and a statement that is collected while in use has been seen to abort the process.
 */
export function keepStatements(handle: SqliteHandle): SqliteDatabase {
  const kept = new Map<string, StableStatement>();
  return {
    close: () => {
      kept.clear();
      handle.close();
    },
    prepare: (source) => {
      const known = kept.get(source);
      if (known) return known;
      const statement = handle.prepare(source);
      // Schema changes and pragmas run once. All else comes back, and what is prepared is never given back.
      if (!/^\s*(create|alter|drop|pragma)\b/i.test(source)) kept.set(source, statement);
      return statement;
    },
  };
}
