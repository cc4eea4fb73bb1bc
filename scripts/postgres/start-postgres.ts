import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { findPostgres, type PostgresProgram } from './postgres-program.ts';

/** A PostgreSQL of one's own, on this machine only. */
export interface RunningPostgres {
  /** The address of a database in it, which need not exist yet. */
  toUrl(database: string): string;
  /** Makes an empty database and answers its address. */
  createDatabase(): Promise<string>;
  /** `immediate` is what a loss of power is to it; the data stays, and `start` goes on with it. */
  stop(how: 'fast' | 'immediate'): Promise<void>;
  start(): Promise<void>;
  /** Ends it for good and removes its data. */
  remove(): Promise<void>;
}

interface Place {
  program: PostgresProgram;
  folder: string;
  port: number;
  password: string;
}

const startLimitMs = 30_000;
const name = 'baton';

/**
 * Starts a PostgreSQL in a temporary folder, which writes as durably as in earnest.
 * @param settings of its own, such as `{ max_connections: '300' }`.
 */
export async function startPostgres(settings: Record<string, string> = {}): Promise<RunningPostgres> {
  const place = await makePlace();
  const removeFolder = () => rmSync(place.folder, { recursive: true, force: true, maxRetries: 5 });
  let running = await launch(place, settings).catch((error: unknown) => {
    removeFolder();
    throw error;
  });
  const endWithUs = () => {
    running.kill('SIGQUIT');
    removeFolder();
  };
  process.on('exit', endWithUs);
  const toUrl = (database: string) =>
    `postgres://${name}:${place.password}@127.0.0.1:${place.port}/${database}`;
  let databases = 0;
  return {
    toUrl,
    createDatabase: async () => {
      databases += 1;
      const database = `${name}_${process.pid}_${databases}`;
      await ask(place, `create database ${database}`);
      return toUrl(database);
    },
    stop: (how) => end(running, how === 'fast' ? 'SIGINT' : 'SIGQUIT'),
    start: async () => {
      running = await launch(place, settings);
    },
    remove: async () => {
      process.off('exit', endWithUs);
      await end(running, 'SIGQUIT');
      removeFolder();
    },
  };
}

async function makePlace(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'baton-postgres-'));
  try {
    const program = findPostgres(folder);
    const password = randomBytes(12).toString('hex');
    await makeData(program, folder, password);
    return { program, folder, password, port: await findFreePort() };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function makeData(program: PostgresProgram, folder: string, password: string): Promise<void> {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const { user } = program;
  if (user) for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid);
  const { child, output } = run(program, program.initdb, [
    ...['-D', join(folder, 'data'), '-U', name, '--auth', 'scram-sha-256', '--pwfile', passwordFile],
    ...['--no-sync', '-E', 'UTF8', '--locale', 'C'],
  ]);
  const code = await new Promise((done) => child.once('close', done));
  if (code !== 0) throw new Error(`The tests' PostgreSQL could not be set up:\n${output.join('')}`);
}

/** Starts the program on the data that is there, and waits until it answers. */
async function launch(place: Place, settings: Record<string, string>): Promise<ChildProcess> {
  const all = {
    port: String(place.port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    ...settings,
  };
  const { child, output } = run(place.program, place.program.postgres, [
    ...['-D', join(place.folder, 'data')],
    ...Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ]);
  const until = Date.now() + startLimitMs;
  while (!(await answers(place))) {
    if (child.exitCode !== null || Date.now() > until) {
      await end(child, 'SIGQUIT');
      throw new Error(`The tests' PostgreSQL did not start. It printed:\n${output.join('')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return child;
}

function run({ user }: PostgresProgram, program: string, args: string[]) {
  const options: SpawnOptions = {
    ...user,
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  };
  const child = spawn(program, args, options);
  const output: string[] = [];
  // Its log is of use only when it does not start; later it must not fill our memory.
  const keep = (chunk: Buffer) => void (output.length < 200 && output.push(String(chunk)));
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  child.once('error', (error) => output.push(error.message));
  return { child, output };
}

async function answers(place: Place): Promise<boolean> {
  try {
    await ask(place, 'select 1');
    return true;
  } catch {
    return false;
  }
}

async function ask({ port, password }: Place, query: string): Promise<void> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: name, password, database: 'postgres' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(query);
  } finally {
    await client.end();
  }
}

async function end(child: ChildProcess, signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
