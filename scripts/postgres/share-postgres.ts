import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { type RunningPostgres, startPostgres } from './start-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Answers a POST with the address of a fresh PostgreSQL database. */
    databases: string;
  }
}

/**
 * One PostgreSQL for a whole run of the tests, started when the first of them asks for a database, so that those
 * who need none do not wait for it. Vitest calls this before the tests, and what it answers after them.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let postgres: Promise<RunningPostgres> | undefined;
  const server = createServer((_req, res) => {
    postgres ??= startPostgres();
    postgres
      .then((running) => running.createDatabase())
      .then((url) => res.end(url))
      .catch((error: unknown) => res.writeHead(500).end(String(error)));
  });
  await listen(server);
  project.provide('databases', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return async () => {
    await new Promise((done) => server.close(done));
    await (await postgres)?.remove();
  };
}

function listen(server: Server): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', done);
  });
}
