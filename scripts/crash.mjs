import { requireNode } from './steps/node-version.mjs';

requireNode();
const { ensurePackages } = await import('./steps/packages.mjs');
const { ensureBundles } = await import('./steps/bundles.mjs');
const { installed, runCommand, top } = await import('./steps/command.mjs');

process.chdir(top);
await ensurePackages();
await ensureBundles();
const args = [installed('tsx/dist/cli.mjs'), 'e2e/crash/main.ts', ...process.argv.slice(2)];
const { code } = await runCommand(process.execPath, args, { show: true });
process.exitCode = code;
