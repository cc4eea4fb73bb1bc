import { execFileSync } from 'node:child_process';
import pg from 'pg';
import { type RunningPostgres, startPostgres } from '../../scripts/postgres/start-postgres.ts';
import type { Bench, Seed } from '../bench.ts';
import type { Arena } from './arena.ts';
import { openConversations, toBaton } from './baton.ts';
import { pinLoad } from './pinning.ts';
import { startServer } from './start-server.ts';
import type { Contents } from './work-done.ts';

/** A PostgreSQL for the rounds; it is `remove`d after them. */
export interface PostgresArena extends Arena {
  remove(): Promise<void>;
}

/** Starts a PostgreSQL on the cores that are its, and opens conversations in it by Baton's API. */
export async function createPostgresArena(bench: Bench): Promise<PostgresArena> {
  const postgres = await startOnItsCores(bench);
  try {
    const url = await postgres.createDatabase();
    const seed = { folder: bench.folder, conversations: await fill(bench, url) };
    await ask(postgres, 'vacuum analyze', url);
    return {
      seed,
      withCopy: (use) => onCopy(postgres, url, use),
      readContents,
      remove: postgres.remove,
    };
  } catch (error) {
    await postgres.remove();
    throw error;
  }
}

/** What we start runs on our own cores, so we move there for a moment. */
async function startOnItsCores({ pinning }: Bench): Promise<RunningPostgres> {
  if (pinning) execFileSync('taskset', ['-apc', pinning.database, String(process.pid)], { stdio: 'ignore' });
  try {
    return await startPostgres({ shared_buffers: '512MB', max_wal_size: '4GB', checkpoint_timeout: '30min' });
  } finally {
    pinLoad(pinning);
  }
}

async function fill(
  { top, folder, pinning, options, tell }: Bench,
  url: string,
): Promise<Seed['conversations']> {
  const server = await startServer(toBaton(top, { folder, databaseUrl: url }), pinning);
  try {
    tell(`Opening ${options.conversations} conversations on PostgreSQL …`);
    return await openConversations(server, options.conversations);
  } finally {
    await server.stop();
  }
}

async function onCopy<T>(
  postgres: RunningPostgres,
  seedUrl: string,
  use: (url: string) => Promise<T>,
): Promise<T> {
  const seed = new URL(seedUrl).pathname.slice(1);
  await ask(postgres, 'drop database if exists copy with (force)');
  await ask(postgres, `create database copy template ${seed}`);
  await ask(postgres, 'checkpoint');
  try {
    return await use(postgres.toUrl('copy'));
  } finally {
    await ask(postgres, 'drop database if exists copy with (force)');
  }
}

async function ask(postgres: RunningPostgres, sql: string, url = postgres.toUrl('postgres')): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

async function readContents(url: string): Promise<Contents> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const contents: Contents = {};
  try {
    const tables = await client.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public' and table_name not like 'kysely%' and table_name <> 'file_chunks'",
    );
    for (const { name } of tables.rows) {
      const { rows } = await client.query(
        `select count(*)::int as rows, coalesce(sum(pg_column_size(t.*)), 0)::int as bytes from "${name}" t`,
      );
      contents[name] = rows[0];
    }
  } finally {
    await client.end();
  }
  return contents;
}
