import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { type Pinning, pinned } from './pinning.ts';

export interface ServerCommand {
  /** Arguments of Node, the script first. */
  args: string[];
  environment: Record<string, string>;
  cwd: string;
}

export interface RunningServer {
  port: number;
  pid: number;
  /** From the start of its process until it said that it is ready, in milliseconds. */
  startedIn: number;
  /** Processor time used so far by all its threads, in milliseconds; NaN where the system does not tell. */
  cpuTime(): number;
  /** Ends it in order, by force after ten seconds. */
  stop(): Promise<void>;
}

const startLimit = 60_000;
const stopLimit = 10_000;
/** As `npm start` gives it to Baton; the bare servers get it too. */
const youngSpace = '--max-semi-space-size=32';
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts a server on its core and waits until it says `ready`; its port is in `PORT`. */
export async function startServer(command: ServerCommand, pinning: Pinning | null): Promise<RunningServer> {
  const port = await findFreePort();
  const [program, args] = pinned(pinning?.server, process.execPath, [youngSpace, ...command.args]);
  const began = performance.now();
  const child = spawn(program, args, {
    cwd: command.cwd,
    env: { ...cleanEnvironment(), ...command.environment, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  await untilReady(child);
  const pid = child.pid ?? 0;
  return {
    port,
    pid,
    startedIn: performance.now() - began,
    cpuTime: () => readCpuTime(pid),
    stop: () => stop(child),
  };
}

/** What a shell may have set for a server of its own stays out. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const own = /^(BATON_.*|HOST|PORT|DATABASE_URL|SMTP_URL|LOG_LEVEL|NODE_OPTIONS)$/;
  const rest = Object.entries(process.env).filter(([name]) => !own.test(name));
  return { ...Object.fromEntries(rest), NODE_ENV: 'production' };
}

export function findFreePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => found(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((ready, failed) => {
    let output = '';
    const giveUp = (why: string) =>
      failed(new Error(`A server did not start: ${why}\n${output.slice(-2_000)}`));
    const late = setTimeout(() => giveUp('it is not ready after a minute'), startLimit);
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      if (!/\bready\b/.test(output)) return;
      clearTimeout(late);
      ready();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.once('error', (error) => giveUp(error.message));
    child.once('exit', (code) => giveUp(`it ended with ${code}`));
  });
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((stopped) => {
    const late = setTimeout(() => child.kill('SIGKILL'), stopLimit);
    child.once('exit', () => {
      clearTimeout(late);
      stopped();
    });
    child.kill('SIGTERM');
  });
}

/** Linux counts in hundredths of a second. */
function readCpuTime(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}
