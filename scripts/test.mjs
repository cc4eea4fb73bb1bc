import { requireNode } from './steps/node-version.mjs';

requireNode();
const { ensurePackages } = await import('./steps/packages.mjs');
const { ensureBundles } = await import('./steps/bundles.mjs');
const { ensureBrowser } = await import('./steps/browser.mjs');
const { checkWidgetSize, printChecks, runStaticChecks } = await import('./steps/checks.mjs');
const { runBrowserTests, runUnitTests } = await import('./steps/test-runs.mjs');
const { clearSurroundings } = await import('./steps/surroundings.mjs');
const { top } = await import('./steps/command.mjs');

process.chdir(top);
clearSurroundings();
await ensurePackages();
await ensureBundles();
const checks = [...(await runStaticChecks()), checkWidgetSize()];
printChecks(checks);
const unit = await runUnitTests();
const noBrowser = await ensureBrowser();
if (noBrowser) console.error(noBrowser);
const browser = noBrowser ? { passed: 0, failed: 1 } : await runBrowserTests();

const passed = checks.filter((check) => check.passed).length + unit.passed + browser.passed;
const failed = checks.filter((check) => !check.passed).length + unit.failed + browser.failed;
const broken = checks.filter((check) => !check.passed).map((check) => check.name);
console.log(
  `\nchecks ${checks.length - broken.length} of ${checks.length}${broken.length ? ` (not: ${broken.join(', ')})` : ''}, ` +
    `unit ${unit.passed} of ${unit.passed + unit.failed}, browser ${browser.passed} of ${browser.passed + browser.failed}`,
);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
