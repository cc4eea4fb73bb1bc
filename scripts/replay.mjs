import { existsSync } from 'node:fs';
import { requireNode } from './steps/node-version.mjs';

requireNode();
const { ensurePackages } = await import('./steps/packages.mjs');
const { ensureBundles } = await import('./steps/bundles.mjs');
const { top } = await import('./steps/command.mjs');

const entry = new URL('../dist/server/replay-database.js', import.meta.url);
process.chdir(top);
process.env.NODE_ENV ||= 'production';
// A server may be running from what is installed and built, so nothing of it is replaced.
if (!existsSync(entry)) {
  await ensurePackages();
  await ensureBundles();
}
const { replayDatabase } = await import(entry.href);
process.exitCode = await replayDatabase(process.env, console.log);
