import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../scripts/postgres/start-postgres.ts';
import { startRoundRobin } from './round-robin.ts';
import { findFreePort, launchServer, type ServerProcess } from './server-process.ts';

/** The administrator of every server under test. */
export const administrator = { email: 'ada@example.com', password: 'correct horse battery', name: 'Ada' };

/** A server of the product's own, with an address and data to itself. */
export interface RunningServer {
  url: string;
  port: number;
  /**
   * Kills the server as a loss of power would, and starts it again on the same data.
   * @param meanwhile what happens while there is no server.
   */
  restart(meanwhile?: () => Promise<unknown>): Promise<void>;
  /** What it has printed since it was started last. */
  printed(): string;
  stop(): Promise<void>;
}

/** One process on a file of its own, or two on a PostgreSQL, which take turns in answering. */
export type StoreKind = 'sqlite' | 'postgres';

interface Place {
  /** Settings of each process. */
  environments: Record<string, string>[];
  remove(): Promise<void>;
}

/** Starts the built server with the sample bots and waits until it is ready. */
export async function startServer(
  store: StoreKind = 'sqlite',
  environment: Record<string, string> = {},
): Promise<RunningServer> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const place = await (store === 'sqlite' ? makeFolder(port) : makeCluster(port));
  const launch = () =>
    launchAll(place.environments.map((own) => ({ ...toEnvironment(url), ...own, ...environment })));
  const endAll = (signal: 'SIGTERM' | 'SIGKILL') => Promise.all(running.map(({ end }) => end(signal)));
  let running = await launch().catch(async (error: unknown) => {
    await place.remove();
    throw error;
  });
  return {
    url,
    port,
    restart: async (meanwhile) => {
      await endAll('SIGKILL');
      try {
        await meanwhile?.();
      } finally {
        running = await launch();
      }
    },
    printed: () => running.map(({ printed }) => printed()).join(''),
    stop: async () => {
      await endAll('SIGTERM');
      await place.remove();
    },
  };
}

/** All of them, or none. */
async function launchAll(environments: Record<string, string>[]): Promise<ServerProcess[]> {
  const results = await Promise.allSettled(environments.map(launchServer));
  const running = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failed = results.find((result) => result.status === 'rejected');
  if (!failed) return running;
  await Promise.all(running.map(({ end }) => end('SIGKILL')));
  throw failed.reason;
}

async function makeFolder(port: number): Promise<Place> {
  const data = await mkdtemp(join(tmpdir(), 'baton-e2e-'));
  return {
    environments: [{ PORT: String(port), BATON_DATA: data }],
    remove: () => rm(data, { recursive: true, force: true }),
  };
}

async function makeCluster(port: number): Promise<Place> {
  const postgres = await startPostgres();
  const databaseUrl = await postgres.createDatabase();
  const ports = [await findFreePort(), await findFreePort()];
  const balancer = await startRoundRobin(port, ports);
  return {
    environments: ports.map((own) => ({ PORT: String(own), DATABASE_URL: databaseUrl })),
    remove: async () => {
      await balancer.close();
      await postgres.remove();
    },
  };
}

function toEnvironment(url: string): Record<string, string> {
  return {
    BATON_PUBLIC_URL: url,
    BATON_ADMIN_EMAIL: administrator.email,
    BATON_ADMIN_PASSWORD: administrator.password,
    BATON_RATE_LIMITS: 'off',
    LOG_LEVEL: 'warn',
  };
}
