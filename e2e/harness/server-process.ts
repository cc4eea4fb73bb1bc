import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** One process of the product. */
export interface ServerProcess {
  printed(): string;
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

const entry = join(import.meta.dirname, '..', '..', 'dist', 'server', 'main.js');
const startLimit = 120_000;

/** Starts the built server with these settings and waits until it is ready. */
export async function launchServer(environment: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [entry], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(String(chunk)));
  child.stderr.on('data', (chunk: Buffer) => output.push(String(chunk)));
  const until = Date.now() + startLimit;
  while (!(await isReady(`http://127.0.0.1:${environment.PORT}`))) {
    if (child.exitCode !== null || Date.now() > until) {
      await end(child, 'SIGKILL');
      throw new Error(`The server did not become ready. It printed:\n${output.join('')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  // Somebody else may have been quicker to take the port, and answers in its place.
  if (child.exitCode !== null) throw new Error(`The server ended. It printed:\n${output.join('')}`);
  return { printed: () => output.join(''), end: (signal) => end(child, signal) };
}

/** A port that nobody listens on. */
export function findFreePort(): Promise<number> {
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
