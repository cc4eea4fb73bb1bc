import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Which core is whose; null where the system cannot pin. */
export interface Pinning {
  server: number;
  load: number;
  /** PostgreSQL's; it shares the load generator's where there are only two. */
  database: string;
}

/** Decides who gets which core; null without `taskset` (Linux) or with a single core. */
export function choosePinning(): Pinning | null {
  const cores = availableParallelism();
  if (process.platform !== 'linux' || cores < 2) return null;
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' });
  } catch {
    return null;
  }
  return { server: 0, load: 1, database: cores > 2 ? `2-${cores - 1}` : '1' };
}

/** Puts this process, which makes the load, on its core. */
export function pinLoad(pinning: Pinning | null): void {
  if (pinning)
    execFileSync('taskset', ['-apc', String(pinning.load), String(process.pid)], { stdio: 'ignore' });
}

/** A command and its arguments so that it runs on the given cores; unchanged where nothing is pinned. */
export function pinned(
  cores: string | number | undefined,
  command: string,
  args: string[],
): [string, string[]] {
  return cores === undefined ? [command, args] : ['taskset', ['-c', String(cores), command, ...args]];
}

/** What a reader of the figures must know of it. */
export function describePinning(pinning: Pinning | null): string {
  if (!pinning) return 'not pinned: load and server may share a core, so the figures vary more';
  return `server on core ${pinning.server}, load on core ${pinning.load}, PostgreSQL on ${pinning.database}`;
}
