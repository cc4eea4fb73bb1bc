import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import type { SqlRunner, SqlValue, Statement } from '../sql/statement.ts';
import { StoreUnavailable } from '../store-unavailable.ts';
import { toFault, toStoreError } from './postgres-fault.ts';
import { takeClient, toParams } from './postgres-pool.ts';

/** How often a turn is written again whose transaction was in another's way, or lost its connection. */
const mostTries = 8;
/** How long it is asked what became of a commit whose connection broke. */
const patienceMs = 8_000;
const queryLimitMs = 15_000;

/** Of one that failed nothing was written. */
type Settled = { type: 'done' | 'conflict' } | { type: 'failed'; error: unknown };
type Outcome =
  | Settled
  /** The connection broke while the transaction was being committed. */
  | { type: 'unknown'; error: unknown; transaction: string };

/**
 * Runs the hot path's statements on PostgreSQL: each prepared once a connection, and those of a turn sent in one
 * flight, as one transaction.
 */
export function createPostgresRunner(pool: pg.Pool): SqlRunner {
  const prepare = createPreparer();
  return {
    read: async (sql, params) => {
      const read = async () => (await pool.query({ ...prepare(sql), values: toParams(params) })).rows;
      try {
        // Reading changes nothing, so it may simply be done again on another connection.
        return await read().catch((error: unknown) =>
          toFault(error) === 'gone' ? read() : Promise.reject(error),
        );
      } catch (error) {
        throw toStoreError(error);
      }
    },
    write: async (statements) => {
      const flight = toFlight(prepare, statements);
      for (let tried = 1; ; tried += 1) {
        const outcome = await settle(pool, await writeOnce(pool, statements, flight));
        if (outcome.type !== 'failed') return outcome.type;
        const again = ['race', 'gone'].includes(toFault(outcome.error));
        if (!again || tried === mostTries) throw toStoreError(outcome.error);
        await setTimeout(5 * 2 ** tried * Math.random());
      }
    },
  };
}

interface Query {
  text: string;
  name?: string;
  values?: SqlValue[];
}

type Prepare = (sql: string) => { name: string; text: string; query_timeout: number };

/** Gives each text of a statement a name and numbers its placeholders. */
function createPreparer(): Prepare {
  const kept = new Map<string, ReturnType<Prepare>>();
  return (sql) => {
    const known = kept.get(sql);
    if (known) return known;
    let number = 0;
    const text = sql.replace(/\?/g, () => {
      number += 1;
      return `$${number}`;
    });
    const query = { name: `baton_${kept.size + 1}`, text, query_timeout: queryLimitMs };
    kept.set(sql, query);
    return query;
  };
}

/** The transaction up to its commit; its first write tells which transaction it is. */
function toFlight(prepare: Prepare, statements: readonly Statement[]): Query[] {
  const queries = statements.map(({ sql, params }, index) => ({
    ...prepare(index === 0 ? `${sql} returning txid_current()::text as transaction` : sql),
    values: toParams(params),
  }));
  return [{ text: 'begin' }, ...queries];
}

async function writeOnce(pool: pg.Pool, statements: readonly Statement[], flight: Query[]): Promise<Outcome> {
  let client: pg.PoolClient;
  try {
    client = await takeClient(pool);
  } catch (error) {
    return { type: 'failed', error };
  }
  const written = await send(client, flight);
  // Whatever failed after a write that came too late failed because of that.
  const late = statements.some(({ must }, index) => must && written.replies[index + 1]?.rowCount === 0);
  if (late || written.error !== undefined) {
    const undone = await send(client, [{ text: 'rollback' }]);
    client.release(undone.error !== undefined);
    return late ? { type: 'conflict' } : { type: 'failed', error: written.error };
  }
  const [committed, error] = await commit(client);
  client.release(error !== undefined);
  if (committed) return { type: 'done' };
  const transaction = String(written.replies[1]?.rows[0]?.transaction);
  return toFault(error) === 'gone' ? { type: 'unknown', error, transaction } : { type: 'failed', error };
}

async function commit(client: pg.PoolClient): Promise<[committed: boolean, error?: unknown]> {
  const { replies, error } = await send(client, [{ text: 'commit' }]);
  if (error !== undefined) return [false, error];
  // A transaction that had failed answers a commit with its rollback.
  return replies[0]?.command === 'COMMIT' ? [true] : [false, new Error('The transaction was rolled back.')];
}

interface Replies {
  replies: (pg.QueryResult | undefined)[];
  /** The first that failed; what follows it in a transaction fails with it. */
  error?: unknown;
}

/** Sends all queries at once and waits for all replies. */
function send(client: pg.PoolClient, queries: readonly Query[]): Promise<Replies> {
  return new Promise((done) => {
    const all: Replies = { replies: new Array(queries.length) };
    let missing = queries.length;
    queries.forEach((query, index) => {
      client.query(query, (error: Error | null, reply: pg.QueryResult) => {
        if (error) all.error ??= error;
        else all.replies[index] = reply;
        missing -= 1;
        if (missing === 0) done(all);
      });
    });
  });
}

/** Finds out what became of a transaction, so that nothing is written twice and nothing told that is not so. */
async function settle(pool: pg.Pool, outcome: Outcome): Promise<Settled> {
  if (outcome.type !== 'unknown') return outcome;
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    const status = await readStatus(pool, outcome.transaction);
    if (status === 'committed') return { type: 'done' };
    if (status === 'aborted') return { type: 'failed', error: outcome.error };
    await setTimeout(50);
  }
  const message = 'PostgreSQL went away during a commit. Whoever repeats the call learns what became of it.';
  return { type: 'failed', error: new StoreUnavailable(message, { cause: outcome.error }) };
}

/** Null while nobody answers. */
async function readStatus(pool: pg.Pool, transaction: string): Promise<string | null> {
  try {
    const text = 'select txid_status($1::bigint) as status';
    const { rows } = await pool.query<{ status: string | null }>({ text, values: [transaction] });
    return rows[0]?.status ?? null;
  } catch {
    return null;
  }
}
