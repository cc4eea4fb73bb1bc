import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** The places of the control file, as in `disk-faults.c`. */
const slots = [
  'writeFails',
  'syncFails',
  'full',
  'hold',
  'seed',
  'calls',
  'failedWrites',
  'failedSyncs',
  'refused',
  'held',
  'logLowest',
  'logHighest',
  'logSyncs',
] as const;
type Slot = (typeof slots)[number];

/** Makes a server's disk fail on command. */
export interface DiskFaults {
  /** With these a server's writes and syncs go through the faults. */
  environment: Record<string, string>;
  /** Shares of writes and syncs are of 10,000. */
  set(slot: Slot, value: number): void;
  /** Infinity where nothing was written since. */
  read(slot: Slot): number;
  close(): void;
}

const nothing = 0xffff_ffff_ffff_ffffn;

/**
 * Compiles the faults and makes their control file. Throws where there is no C compiler, or no Linux, whose
 * loader this rests on.
 * @param data the folder of the database.
 */
export function createDiskFaults(folder: string, data: string, seed: number): DiskFaults {
  const library = compile(folder);
  const path = join(folder, 'faults.control');
  const content = Buffer.alloc(slots.length * 8);
  content.writeBigUInt64LE(BigInt(seed), slots.indexOf('seed') * 8);
  content.writeBigUInt64LE(nothing, slots.indexOf('logLowest') * 8);
  writeFileSync(path, content);
  const file = openSync(path, 'r+');
  const buffer = Buffer.alloc(8);
  return {
    environment: { LD_PRELOAD: library, BATON_FAULTS_CONTROL: path, BATON_FAULTS_FOLDER: data },
    set: (slot, value) => {
      buffer.writeBigUInt64LE(value === Number.POSITIVE_INFINITY ? nothing : BigInt(value));
      writeSync(file, buffer, 0, 8, slots.indexOf(slot) * 8);
    },
    read: (slot) => {
      readSync(file, buffer, 0, 8, slots.indexOf(slot) * 8);
      const value = buffer.readBigUInt64LE();
      return value === nothing ? Number.POSITIVE_INFINITY : Number(value);
    },
    close: () => closeSync(file),
  };
}

function compile(folder: string): string {
  const source = join(import.meta.dirname, 'disk-faults.c');
  const library = join(folder, 'disk-faults.so');
  if (process.platform !== 'linux')
    throw new Error('Faults of the disk need Linux: they are put in by its loader (LD_PRELOAD).');
  const made = spawnSync('gcc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl'], {
    encoding: 'utf8',
  });
  if (made.error)
    throw new Error(
      'Faults of the disk need a C compiler: install gcc (Debian: apt-get install gcc libc6-dev).',
    );
  if (made.status !== 0) throw new Error(`The faults could not be compiled:\n${made.stderr}`);
  return library;
}
