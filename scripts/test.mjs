import { requireNode } from './steps/node-version.mjs';

requireNode();
const { runEverything, toTotal } = await import('./steps/whole-run.mjs');
const { clearSurroundings } = await import('./steps/surroundings.mjs');
const { top } = await import('./steps/command.mjs');

process.chdir(top);
clearSurroundings();
const total = await runEverything({ all: process.argv.includes('--all') });
console.log(toTotal(total));
process.exitCode = total.failed === 0 ? 0 : 1;
