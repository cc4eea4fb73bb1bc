import { execFileSync } from 'node:child_process';
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, type as systemType, totalmem } from 'node:os';
import { join } from 'node:path';
import { computeMedian } from './statistics.ts';

/** On what and when the figures were measured. */
export interface Machine {
  at: string;
  commit: string;
  node: string;
  system: string;
  processor: string;
  cores: number;
  memoryGb: number;
  /** Programs that wanted to run in the minute before; above one core's worth the figures are not to be trusted. */
  loadBefore: number;
  /** How long the disk takes to make 4 kB durable, in milliseconds; the median of 50. */
  syncMs: number;
}

/** Describes this machine; `folder` lies on the disk that is measured. */
export function describeMachine(top: string, folder: string): Machine {
  return {
    at: new Date().toISOString(),
    commit: readCommit(top),
    node: process.version,
    system: `${systemType()} ${release()}`,
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 1e9),
    loadBefore: loadavg()[0] ?? Number.NaN,
    syncMs: measureSync(join(folder, 'sync-probe')),
  };
}

function readCommit(top: string): string {
  try {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: top, encoding: 'utf8' }).trim();
    const changed = git('status', '--porcelain', '--', 'server', 'shared', 'bench') !== '';
    return `${git('rev-parse', '--short', 'HEAD')}${changed ? ' with changes' : ''}`;
  } catch {
    return 'unknown';
  }
}

function measureSync(path: string): number {
  const file = openSync(path, 'w');
  const block = Buffer.alloc(4096, 1);
  const times = Array.from({ length: 50 }, () => {
    const began = performance.now();
    writeSync(file, block);
    fdatasyncSync(file);
    return performance.now() - began;
  });
  closeSync(file);
  rmSync(path);
  return computeMedian(times);
}
