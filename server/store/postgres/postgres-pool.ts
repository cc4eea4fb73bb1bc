import type {
  PostgresPool as KyselyPool,
  PostgresCursor,
  PostgresPoolClient,
  PostgresQueryResult,
} from 'kysely';
import pg from 'pg';
import { toStoreError } from './postgres-fault.ts';

/** Enough for many turns at once; PostgreSQL gets slower, not faster, with more. `?max=` in the address changes it. */
const mostConnections = 16;
const connectLimitMs = 5_000;
/** What takes longer has lost its connection without being told. */
const readLimitMs = 30_000;
const int8 = 20;

/** The parser of `bigint`: all of ours are times and counts, which numbers hold exactly. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: unknown) =>
    oid === int8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format as 'text'),
};

/** How to reach the database of this address; as `pg` takes it. */
export function toClientConfig(url: string): pg.ClientConfig {
  return { connectionString: url, application_name: 'baton', keepAlive: true, types };
}

/**
 * Connections to PostgreSQL. A broken one is thrown away and made anew when it is needed, so that the pool outlives
 * any restart of the server.
 */
export function createPool(url: string): pg.Pool {
  const max = Number(new URL(url).searchParams.get('max')) || mostConnections;
  const pool = new pg.Pool({
    ...toClientConfig(url),
    max,
    connectionTimeoutMillis: connectLimitMs,
    // What a turn writes goes out in one flight.
    ...{ pipeline: true },
    // What was answered must survive a loss of power, whatever the server's own setting says.
    onConnect: async (client) => {
      await client.query(`select set_config('synchronous_commit', 'on', false)
        where current_setting('synchronous_commit') = 'off'`);
    },
  });
  // Whoever uses a connection is told by the query that fails; without listeners the process would end.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/**
 * Parameters as PostgreSQL takes them. It refuses U+0000 in any text; what is kept was cleaned of it before, and what
 * is looked for with it is not there.
 */
export function toParams<Value>(values: readonly Value[]): (Value | string)[] {
  return values.map((value) =>
    typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value,
  );
}

/** A connection of one's own, to be released; throws `StoreUnavailable` when there is none. */
export async function takeClient(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw toStoreError(error);
  }
}

/** The pool as kysely uses it, with errors as the store tells them. */
export function toKyselyPool(pool: pg.Pool): KyselyPool {
  const clients = new WeakMap<pg.PoolClient, KyselyClient>();
  return {
    connect: async () => {
      const client = await takeClient(pool);
      const known = clients.get(client) ?? new KyselyClient(client);
      clients.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}

/** Those that kysely looks for; `pg` names any. */
type Command = PostgresQueryResult<unknown>['command'];

/** A connection as kysely uses it. */
class KyselyClient implements PostgresPoolClient {
  private readonly client: pg.PoolClient;

  constructor(client: pg.PoolClient) {
    this.client = client;
  }

  query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  query<Row>(
    text: string | PostgresCursor<Row>,
    values: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<Row>> | PostgresCursor<Row> {
    if (typeof text !== 'string') throw new Error('Nothing here reads by cursor.');
    return this.ask(text, values);
  }

  release(): void {
    this.client.release();
  }

  private async ask<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>> {
    const limit = /^\s*select\b/i.test(text) ? { query_timeout: readLimitMs } : {};
    try {
      const { command, rowCount, rows } = await this.client.query({
        text,
        values: toParams(values),
        ...limit,
      });
      return { command: command as Command, rowCount: rowCount ?? 0, rows: rows as Row[] };
    } catch (error) {
      throw toStoreError(error);
    }
  }
}
