import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installed, runCommand, top } from './command.mjs';

const reports = join(top, 'node_modules', '.cache', 'reports');

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} UnitReport */
/** @typedef {{ checks: { name: string, findings: string[] }[] }} CrashReport */
/** @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} BrowserReport */

/**
 * Runs the unit tests, showing them as they go.
 * @returns {Promise<Count>}
 */
export async function runUnitTests() {
  const path = freshReport('unit.json');
  const { code } = await runCommand(
    process.execPath,
    [
      installed('vitest/vitest.mjs'),
      'run',
      '--maxWorkers=100%',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${path}`,
    ],
    { show: true, env: { NODE_ENV: 'test' } },
  );
  return countUnitTests(readReport(path), code);
}

/**
 * Runs the browser tests, showing them as they go.
 * @param {{ all: boolean }} size `all` plays every story on both databases, not only those marked for it.
 * @returns {Promise<Count>}
 */
export async function runBrowserTests({ all }) {
  const path = freshReport('browser.json');
  const { code } = await runCommand(
    process.execPath,
    [installed('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    {
      show: true,
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: path, NODE_ENV: 'test', ...(all ? { BATON_TEST_ALL: 'on' } : {}) },
    },
  );
  return countBrowserTests(readReport(path), code);
}

/**
 * Kills a server a few times under load and compares what was told with what is stored, showing what was found.
 * @returns {Promise<Count>}
 */
export async function runCrashTest() {
  const path = freshReport('crash.json');
  const { code } = await runCommand(
    process.execPath,
    [installed('tsx/dist/cli.mjs'), 'e2e/crash/main.ts', 'kills', '--kills', '6', '--report', path],
    { show: true },
  );
  return countCrashChecks(readReport(path), code);
}

/**
 * What must hold counts as one test each.
 * @param {CrashReport | undefined} report
 * @param {number} code the run's exit code
 * @returns {Count}
 */
export function countCrashChecks(report, code) {
  if (!report) return { passed: 0, failed: 1 };
  const failed = report.checks.filter(({ findings }) => findings.length > 0).length;
  return toHonest(report.checks.length - failed, failed, code);
}

/**
 * A skipped test counts as failed, and so does a file that could not be loaded: nothing may look green that did
 * not run.
 * @param {UnitReport | undefined} report
 * @param {number} code the run's exit code
 * @returns {Count}
 */
export function countUnitTests(report, code) {
  if (!report) return { passed: 0, failed: 1 };
  const notLoaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const skipped = report.numPendingTests + report.numTodoTests;
  return toHonest(report.numPassedTests, report.numFailedTests + notLoaded.length + skipped, code);
}

/**
 * Skipped and flaky tests count as failed.
 * @param {BrowserReport | undefined} report
 * @param {number} code the run's exit code
 * @returns {Count}
 */
export function countBrowserTests(report, code) {
  if (!report) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return toHonest(expected, unexpected + flaky + skipped, code);
}

/**
 * A run that ended badly, or that ran nothing, has at least one failure, whatever its report counted.
 * @param {number} passed
 * @param {number} failed
 * @param {number} code
 * @returns {Count}
 */
function toHonest(passed, failed, code) {
  const isBad = code !== 0 || passed === 0;
  return { passed, failed: isBad && failed === 0 ? 1 : failed };
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
