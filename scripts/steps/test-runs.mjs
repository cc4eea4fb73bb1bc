import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installed, runCommand, top } from './command.mjs';

const reports = join(top, 'node_modules', '.cache', 'reports');

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * Runs the unit tests, showing them as they go. A skipped test counts as failed, and so does a file that could
 * not be loaded: nothing may look green that did not run.
 * @returns {Promise<Count>}
 */
export async function runUnitTests() {
  const path = freshReport('unit.json');
  const { code } = await runCommand(
    process.execPath,
    [
      installed('vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${path}`,
    ],
    { show: true, env: { NODE_ENV: 'test' } },
  );
  const report = readReport(path);
  if (!report) return { passed: 0, failed: 1 };
  const notLoaded = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const skipped = report.numPendingTests + report.numTodoTests;
  return honest({ passed: report.numPassedTests, failed: report.numFailedTests + notLoaded + skipped }, code);
}

/**
 * Runs the browser tests, showing them as they go. Skipped and flaky ones count as failed.
 * @returns {Promise<Count>}
 */
export async function runBrowserTests() {
  const path = freshReport('browser.json');
  const { code } = await runCommand(
    process.execPath,
    [installed('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    { show: true, env: { PLAYWRIGHT_JSON_OUTPUT_FILE: path, NODE_ENV: 'test' } },
  );
  const stats = readReport(path)?.stats;
  if (!stats) return { passed: 0, failed: 1 };
  return honest({ passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped }, code);
}

/**
 * A run that ended badly has at least one failure, whatever its report counted.
 * @param {Count} count
 * @param {number} code the run's exit code
 * @returns {Count}
 */
function honest(count, code) {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/** @param {string} name */
function freshReport(name) {
  mkdirSync(reports, { recursive: true });
  const path = join(reports, name);
  rmSync(path, { force: true });
  return path;
}

/** @param {string} path */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
