import type { Kysely } from 'kysely';
import { type Meter, noMeter } from '../../meter.ts';
import type { SqlRunner, Statement } from '../sql/statement.ts';
import { StoreUnavailable } from '../store-unavailable.ts';
import type { SqliteHandle } from './sqlite-handle.ts';
import type { StableStatement } from './stable-statement.ts';

interface Waiting {
  statements: readonly Statement[];
  done(result: 'done' | 'conflict'): void;
  failed(error: unknown): void;
}

type Outcome = 'done' | 'conflict' | { error: unknown };

/** So many turns share a transaction at most, so that none waits long for its neighbours. */
const mostAtOnce = 200;

/**
 * Runs the hot path's statements on a SQLite handle. Turns that come at the same moment share one transaction,
 * since waiting for the disk is what costs: what arrives while one is synced is computed meanwhile and goes into
 * the next. Each is answered when it is on the disk, and nothing reads or writes the database in between.
 */
export function createSqliteRunner(
  handle: SqliteHandle,
  db: Kysely<never>,
  meter: Meter = noMeter,
): SqlRunner {
  const prepare = createPreparer(handle);
  const waiting: Waiting[] = [];
  let running = false;
  let syncing: Promise<void> = Promise.resolve();
  /** A disk that fails now and then takes few writes more often than many: after a fault groups begin small again. */
  let most = mostAtOnce;
  meter.watchQueue(() => waiting.length);
  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const group = waiting.splice(0, most);
      try {
        // Kysely's own transactions use the same handle and span many rounds of the event loop: they take turns.
        await db.connection().execute(async () => {
          const began = performance.now();
          const outcomes = handle.writeUnsynced(() => writeGroup(handle, prepare, group));
          syncing = handle.syncLog();
          await syncing;
          answer(group, outcomes);
          meter.commit((performance.now() - began) / 1000, group.length);
        });
        most = Math.min(2 * most, mostAtOnce);
      } catch (error) {
        most = 1;
        for (const one of group) one.failed(error);
      }
    }
    running = false;
  };
  return {
    read: async (sql, params) => {
      // Nobody sees what might be gone after a loss of power.
      await syncing.catch(() => undefined);
      return prepare(sql).all(...params);
    },
    write: (statements) =>
      new Promise((done, failed) => {
        waiting.push({ statements, done, failed });
        if (running) return;
        running = true;
        // What else is ready in this round of the event loop comes along.
        setImmediate(() => void drain());
      }),
  };
}

type Prepare = (sql: string) => StableStatement;

/** Statements stay referenced for the life of the database: a collected one has been seen to abort the process. */
function createPreparer(handle: SqliteHandle): Prepare {
  const kept = new Map<string, StableStatement>();
  return (sql) => {
    const known = kept.get(sql);
    if (known) return known;
    const statement = handle.prepare(sql);
    kept.set(sql, statement);
    return statement;
  };
}

/** Writes all of them in one transaction. */
function writeGroup(handle: SqliteHandle, prepare: Prepare, group: readonly Waiting[]): Outcome[] {
  return tryTogether(handle, prepare, group) ?? writeApart(handle, prepare, group);
}

function answer(group: readonly Waiting[], outcomes: readonly Outcome[]): void {
  group.forEach((one, index) => {
    const outcome = outcomes[index] ?? { error: new Error('A turn was left out of its group.') };
    if (typeof outcome === 'string') one.done(outcome);
    else one.failed(outcome.error);
  });
}

/** The usual way, without savepoints; null when a turn failed after it had begun to write, and nothing is written. */
function tryTogether(handle: SqliteHandle, prepare: Prepare, group: readonly Waiting[]): Outcome[] | null {
  prepare('begin immediate').run();
  try {
    const outcomes: Outcome[] = [];
    for (const { statements } of group) {
      const written = writeStatements(prepare, statements);
      if (written > 0 && written < statements.length) {
        prepare('rollback').run();
        return null;
      }
      outcomes.push(written === 0 && statements.length > 0 ? 'conflict' : 'done');
    }
    prepare('commit').run();
    return outcomes;
  } catch (error) {
    if (handle.inTransaction) prepare('rollback').run();
    if (isDatabaseFault(error)) throw error;
    return null;
  }
}

/** Each behind a savepoint, so that one that fails is undone alone. */
function writeApart(handle: SqliteHandle, prepare: Prepare, group: readonly Waiting[]): Outcome[] {
  prepare('begin immediate').run();
  try {
    const outcomes = group.map(({ statements }) => writeAlone(prepare, statements));
    prepare('commit').run();
    return outcomes;
  } catch (error) {
    if (handle.inTransaction) prepare('rollback').run();
    throw error;
  }
}

function writeAlone(prepare: Prepare, statements: readonly Statement[]): Outcome {
  prepare('savepoint turn').run();
  try {
    const whole = writeStatements(prepare, statements) === statements.length;
    if (!whole) prepare('rollback to savepoint turn').run();
    prepare('release savepoint turn').run();
    return whole ? 'done' : 'conflict';
  } catch (error) {
    if (isDatabaseFault(error)) throw error;
    prepare('rollback to savepoint turn').run();
    prepare('release savepoint turn').run();
    return { error };
  }
}

/** The database itself failed, not one turn: writing again would only fail again. */
function isDatabaseFault(error: unknown): boolean {
  if (error instanceof StoreUnavailable) return true;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && code.startsWith('SQLITE_') && !code.startsWith('SQLITE_CONSTRAINT');
}

/** How many were written before one that must change a row did not. */
function writeStatements(prepare: Prepare, statements: readonly Statement[]): number {
  for (let index = 0; index < statements.length; index += 1) {
    const { sql, params, must } = statements[index] as Statement;
    const { changes } = prepare(sql).run(...params);
    if (must && changes === 0) return index;
  }
  return statements.length;
}
