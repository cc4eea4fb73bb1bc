import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Breakage, breakages, type Cut } from './breakages.ts';

const top = join(import.meta.dirname, '..', '..', '..');

/** The built server's entry: the repository's own, or one that is broken on purpose, built in `folder`. */
export function toEntry(folder: string, breakage: Breakage | null): string {
  if (breakage !== null) return buildBroken(folder, breakages[breakage]);
  const entry = join(top, 'dist', 'server', 'main.js');
  if (!existsSync(entry)) throw new Error('The server is not built: run npm run build first.');
  return entry;
}

/** Builds a copy of the source with some places replaced. */
function buildBroken(folder: string, cuts: readonly Cut[]): string {
  const copy = join(folder, 'broken');
  for (const part of [
    'server',
    'shared',
    'flows',
    'package.json',
    'vite.server.config.ts',
    'tsconfig.base.json',
  ])
    cpSync(join(top, part), join(copy, part), { recursive: true });
  symlinkSync(join(top, 'node_modules'), join(copy, 'node_modules'));
  for (const cut of cuts) {
    const path = join(copy, cut.path);
    writeFileSync(path, replaceOnce(readFileSync(path, 'utf8'), cut));
  }
  const vite = join(top, 'node_modules', 'vite', 'bin', 'vite.js');
  const built = spawnSync(
    process.execPath,
    [vite, 'build', '--config', 'vite.server.config.ts', '--logLevel', 'error'],
    { cwd: copy, encoding: 'utf8' },
  );
  if (built.status !== 0) throw new Error(`The broken copy could not be built:\n${built.stderr}`);
  return join(copy, 'dist', 'server', 'main.js');
}

/** Replaces a text that must be there exactly once: a change of the source must not turn a breaker into nothing. */
export function replaceOnce(source: string, { path, find, put }: Cut): string {
  const parts = source.split(find);
  if (parts.length !== 2)
    throw new Error(`${path} has the text to be broken ${parts.length - 1} times instead of once:\n${find}`);
  return parts.join(put);
}
