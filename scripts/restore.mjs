import { requireNode } from './steps/node-version.mjs';

requireNode();
const { ensurePackages } = await import('./steps/packages.mjs');
const { ensureBundles } = await import('./steps/bundles.mjs');
const { top } = await import('./steps/command.mjs');

process.chdir(top);
process.env.NODE_ENV ||= 'production';
await ensurePackages();
await ensureBundles();
const { restoreDatabase } = await import(new URL('../dist/server/restore-database.js', import.meta.url).href);
process.exitCode = restoreDatabase(process.env, process.argv.slice(2), console.log);
