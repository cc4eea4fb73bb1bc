import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The administrator of every server under test. */
export const administrator = { email: 'ada@example.com', password: 'correct horse battery', name: 'Ada' };

/** A server of the product's own, with a port and a data folder to itself. */
export interface RunningServer {
  url: string;
  port: number;
  /**
   * Kills the process as a loss of power would, and starts it again on the same data.
   * @param meanwhile what happens while there is no server.
   */
  restart(meanwhile?: () => Promise<unknown>): Promise<void>;
  /** What it has printed since it was started last. */
  printed(): string;
  stop(): Promise<void>;
}

const entry = join(import.meta.dirname, '..', '..', 'dist', 'server', 'main.js');
const startLimit = 60_000;

/** Starts the built server with the sample bots and waits until it is ready. */
export async function startServer(environment: Record<string, string> = {}): Promise<RunningServer> {
  const data = await mkdtemp(join(tmpdir(), 'baton-e2e-'));
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const launch = () => launchServer({ ...toEnvironment(data, port, url), ...environment }, url);
  let running = await launch();
  return {
    url,
    port,
    restart: async (meanwhile) => {
      await end(running.child, 'SIGKILL');
      try {
        await meanwhile?.();
      } finally {
        running = await launch();
      }
    },
    printed: () => running.output.join(''),
    stop: async () => {
      await end(running.child, 'SIGTERM');
      await rm(data, { recursive: true, force: true });
    },
  };
}

function toEnvironment(data: string, port: number, url: string): Record<string, string> {
  return {
    PORT: String(port),
    BATON_DATA: data,
    BATON_PUBLIC_URL: url,
    BATON_ADMIN_EMAIL: administrator.email,
    BATON_ADMIN_PASSWORD: administrator.password,
    BATON_RATE_LIMITS: 'off',
    LOG_LEVEL: 'warn',
  };
}

interface Launched {
  child: ChildProcess;
  output: string[];
}

async function launchServer(environment: Record<string, string>, url: string): Promise<Launched> {
  const child = spawn(process.execPath, [entry], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(String(chunk)));
  child.stderr.on('data', (chunk: Buffer) => output.push(String(chunk)));
  const until = Date.now() + startLimit;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || Date.now() > until) {
      await end(child, 'SIGKILL');
      throw new Error(`The server did not become ready. It printed:\n${output.join('')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { child, output };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false;
  }
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
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
