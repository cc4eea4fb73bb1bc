import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { get } from 'node:http';

export interface ServerOptions {
  /** The built `main.js`. */
  entry: string;
  port: number;
  environment: Record<string, string>;
  /** Where what it prints is kept. */
  log: string;
}

/** One process of the product. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** Resolves when it answers that it is ready; throws when it ends before or takes too long. */
  ready(): Promise<void>;
  /** `kill -9`, and waits until it is gone. */
  kill(): Promise<void>;
  /** Asks it to stop; answers its exit code, null when it had to be killed after ten seconds. */
  stop(): Promise<number | null>;
  /** True from the moment it is gone, whether we ended it or not. */
  gone(): boolean;
}

const startLimitMs = 60_000;
const stopLimitMs = 10_000;

const alive = new Set<ChildProcess>();
/** No server outlives the run, however that ends. */
process.on('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));

export function startServerProcess(options: ServerOptions): ServerProcess {
  const { entry, port, environment, log } = options;
  const out = openSync(log, 'a');
  const child = spawn(process.execPath, [entry], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment, PORT: String(port) },
    stdio: ['ignore', out, out],
  });
  closeSync(out);
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const isGone = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    ready: () => waitUntilReady(options, isGone),
    kill: async () => {
      if (!isGone()) child.kill('SIGKILL');
      await ended;
    },
    stop: () => stop(child, ended),
    gone: isGone,
  };
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<number | null> {
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), stopLimitMs);
  await ended;
  clearTimeout(late);
  return child.exitCode;
}

async function waitUntilReady({ port, log }: ServerOptions, isGone: () => boolean): Promise<void> {
  const until = Date.now() + startLimitMs;
  while (!(await answersReady(port))) {
    if (isGone() || Date.now() > until)
      throw new Error(`The server did not become ready. It printed last:\n${lastLines(log)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function answersReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = get({ host: '127.0.0.1', port, path: '/readyz', timeout: 2_000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(false));
  });
}

/** What a log ends with. */
export function lastLines(log: string): string {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
}
