import { requireNode } from './steps/node-version.mjs';

requireNode();
const { ensurePackages } = await import('./steps/packages.mjs');
const { ensureBundles } = await import('./steps/bundles.mjs');
const { top } = await import('./steps/command.mjs');

process.chdir(top);
process.env.NODE_ENV ||= 'production';
await ensurePackages();
await ensureBundles();
const { replayDatabase } = await import(new URL('../dist/server/replay-database.js', import.meta.url).href);
process.exitCode = await replayDatabase(process.env, console.log);
