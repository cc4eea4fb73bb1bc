import { ensureBrowser } from './browser.mjs';
import { ensureBundles } from './bundles.mjs';
import { checkWidgetSize, printChecks, runStaticChecks } from './checks.mjs';
import { ensurePackages } from './packages.mjs';
import { runBrowserTests, runCrashTest, runUnitTests } from './test-runs.mjs';

/** @typedef {import('./test-runs.mjs').Count} Count */

/**
 * Runs every check and test on this Node, showing them as they go, and prints what came of each kind.
 * @param {{ all: boolean }} size `all` plays every story on both databases, not only those marked for it.
 * @returns {Promise<Count>}
 */
export async function runEverything({ all }) {
  await ensurePackages();
  await ensureBundles();
  const checks = [...(await runStaticChecks()), checkWidgetSize()];
  printChecks(checks);
  const unit = await runUnitTests();
  const crash = await runCrashTest();
  const noBrowser = await ensureBrowser();
  if (noBrowser) console.error(noBrowser);
  const browser = noBrowser ? { passed: 0, failed: 1 } : await runBrowserTests({ all });

  const broken = checks.filter((check) => !check.passed).map((check) => check.name);
  const still = { passed: checks.length - broken.length, failed: broken.length };
  console.log(
    `\nNode ${process.versions.node}: checks ${toShare(still)}${broken.length ? ` (not: ${broken.join(', ')})` : ''}, ` +
      `unit ${toShare(unit)}, crash ${toShare(crash)}, browser ${toShare(browser)}`,
  );
  return addCounts([still, unit, crash, browser]);
}

/**
 * @param {readonly Count[]} counts
 * @returns {Count}
 */
export function addCounts(counts) {
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  };
}

/**
 * The last line of every run.
 * @param {Count} count
 */
export function toTotal({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/** @param {Count} count */
function toShare({ passed, failed }) {
  return `${passed} of ${passed + failed}`;
}
