import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { readBot } from '../../shared/checks/read-bot.ts';
import { createBot } from '../runtime/bots/create-bot.ts';
import { publishBot } from '../runtime/bots/publish-bot.ts';
import { toModel } from '../runtime/bots/to-model.ts';
import { systemClock } from '../runtime/clock.ts';
import { createRuntime } from '../runtime/runtime.ts';
import { deskBot } from '../runtime/testing/desk-bot.ts';
import { openSqlite } from '../store/sqlite/open-sqlite.ts';

/** How a process ended. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** The real server, run from its source as a process of its own. */
export interface ServerProcess {
  readonly base: string;
  readonly pid: number;
  /** All that it has printed. */
  printed(): string;
  /** What it has logged. */
  logged(): Record<string, unknown>[];
  signal(signal: NodeJS.Signals): void;
  readonly ended: Promise<Ended>;
}

const top = join(import.meta.dirname, '..', '..');

/** Makes a database with the published bot `desk` in a data folder. */
export async function seedDatabase(dataFolder: string): Promise<void> {
  const { store } = await openSqlite(join(dataFolder, 'baton.sqlite'));
  const { deps } = createRuntime({
    store,
    clock: systemClock,
    people: { list: async () => [] },
    mailer: { sends: false, send: async () => undefined },
    train: async (file) => toModel(file),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    secret: 'a secret of the tests, long enough to be one',
    publicUrl: 'http://127.0.0.1',
    allowHosts: [],
  });
  const read = readBot(deskBot, 'strict');
  if (!read.ok) throw new Error('The bot of the tests has mistakes.');
  const id = await createBot(deps, read.value);
  await publishBot(deps, id, read.value, { note: '', by: 'test', at: systemClock.now(), revision: 1 });
  await store.close();
}

/** Starts the server on a data folder and waits until it is ready; the caller ends it. */
export async function startServerProcess(
  dataFolder: string,
  environment: Record<string, string> = {},
): Promise<ServerProcess> {
  const port = await findPort();
  const child = spawn(process.execPath, ['--import', 'tsx', join('server', 'main.ts')], {
    cwd: top,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      PORT: String(port),
      BATON_DATA: dataFolder,
      BATON_SAMPLES: 'off',
      BATON_RATE_LIMITS: 'off',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const running = watch(child, `http://127.0.0.1:${port}`);
  await waitUntilReady(running, child);
  return running;
}

function watch(child: ChildProcess, base: string): ServerProcess {
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  const ended = new Promise<Ended>((done) => child.once('close', (code, signal) => done({ code, signal })));
  return {
    base,
    pid: child.pid ?? 0,
    printed: () => printed,
    logged: () =>
      printed
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    signal: (signal) => void child.kill(signal),
    ended,
  };
}

async function waitUntilReady({ base, printed }: ServerProcess, child: ChildProcess): Promise<void> {
  for (;;) {
    const ready = await fetch(`${base}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    if (child.exitCode !== null) throw new Error(`The server did not start:\n${printed()}`);
    await setTimeout(50);
  }
}

function findPort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}
