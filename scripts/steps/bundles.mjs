import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand, stopWith, top } from './command.mjs';

const bundles = [
  { name: 'server', config: 'vite.server.config.ts', entry: 'server/main.ts' },
  { name: 'client', config: 'vite.config.ts', entry: 'client/index.html' },
  { name: 'widget', config: 'vite.widget.config.ts', entry: 'client/widget/main.tsx' },
];
const sourceFolders = ['client', 'server', 'shared'];
const sourceFiles = [
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  ...bundles.map((bundle) => bundle.config),
];
const stampPath = join(top, 'dist', '.built-from');

/** Builds server, client and widget into dist/ unless it was built from exactly these sources. */
export async function ensureBundles() {
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === hashSources()) return;
  const { code } = await runCommand(process.execPath, [join('scripts', 'build.mjs')], { show: true });
  if (code !== 0) process.exit(code);
}

/** Builds all three bundles; ends the process with the reason when one fails. */
export async function buildBundles() {
  const stamp = hashSources();
  rmSync(stampPath, { force: true });
  const began = performance.now();
  console.log('Building …');
  const { build } = await import('vite');
  for (const { name, config, entry } of bundles) {
    if (!existsSync(join(top, entry))) stopWith(`The ${name} cannot be built: ${entry} is missing.`);
    try {
      await build({ configFile: join(top, config), mode: 'production', logLevel: 'warn' });
    } catch (error) {
      stopWith(`The ${name} could not be built: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  mkdirSync(join(top, 'dist'), { recursive: true });
  writeFileSync(stampPath, stamp);
  console.log(`Built in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
}

/** A hash over what the bundles are made of: contents, not times, so that a fresh checkout counts as unchanged. */
function hashSources() {
  const hash = createHash('sha256');
  const inFolders = sourceFolders.flatMap((folder) =>
    existsSync(join(top, folder))
      ? readdirSync(join(top, folder), { recursive: true }).map((path) => join(folder, String(path)))
      : [],
  );
  for (const path of [...sourceFiles, ...inFolders].sort()) {
    if (/\.test\.tsx?$/.test(path) || !existsSync(join(top, path)) || !statSync(join(top, path)).isFile())
      continue;
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(top, path)))
      .update('\0');
  }
  return hash.digest('hex');
}
