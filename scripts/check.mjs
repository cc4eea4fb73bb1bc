import { requireNode } from './steps/node-version.mjs';

requireNode();
const { ensurePackages } = await import('./steps/packages.mjs');
const { printChecks, runStaticChecks } = await import('./steps/checks.mjs');
const { runUnitTests } = await import('./steps/test-runs.mjs');
const { clearSurroundings } = await import('./steps/surroundings.mjs');
const { top } = await import('./steps/command.mjs');

process.chdir(top);
clearSurroundings();
await ensurePackages();
const checks = await runStaticChecks();
printChecks(checks);
const unit = await runUnitTests();
process.exitCode = checks.every((check) => check.passed) && unit.failed === 0 ? 0 : 1;
