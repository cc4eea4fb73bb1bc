import pg from 'pg';
import { startPostgres } from '../../../scripts/postgres/start-postgres.ts';
import { readStored } from '../judge/read-stored.ts';
import { type TestDatabase, toOpenWork } from './test-database.ts';

/** An empty database in a PostgreSQL of the run's own. */
export async function openPostgresBench(): Promise<TestDatabase> {
  const postgres = await startPostgres();
  const url = await postgres.createDatabase();
  const query = async (sql: string): Promise<Record<string, unknown>[]> => {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  return {
    environment: { DATABASE_URL: url },
    read: () => readStored(query),
    findDamage: () => findDamage(query),
    countOpenWork: async (withTaken) => Number((await query(toOpenWork(withTaken)))[0]?.count),
    interrupt: async (meanwhile) => {
      await postgres.stop('immediate');
      await meanwhile();
      await postgres.start();
    },
    close: () => postgres.remove(),
  };
}

const tables = `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'public'`;
const indexes = `select indexrelid::regclass::text as name from pg_index
  join pg_class on pg_class.oid = indexrelid join pg_am on pg_am.oid = relam
  where amname = 'btree' and relnamespace = 'public'::regnamespace`;

/** PostgreSQL's own checks of tables and indexes, which Debian brings along with it. */
async function findDamage(query: (sql: string) => Promise<Record<string, unknown>[]>): Promise<string[]> {
  await query('create extension if not exists amcheck');
  const findings: string[] = [];
  for (const { name } of await query(tables)) {
    const rows = await query(`select msg from verify_heapam('${String(name)}')`);
    findings.push(...rows.map(({ msg }) => `${String(name)}: ${String(msg)}`));
  }
  for (const { name } of await query(indexes)) {
    await query(`select bt_index_check('${String(name)}', true)`).catch((error: unknown) =>
      findings.push(`${String(name)}: ${String(error)}`),
    );
  }
  return findings;
}
