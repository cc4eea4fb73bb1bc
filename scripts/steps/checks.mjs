import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { installed, runCommand, top } from './command.mjs';

const widgetLimitBytes = 15_000;

/** @typedef {{ name: string, passed: boolean, output: string, seconds: number }} CheckResult */

/**
 * What needs no test runner: format and lint, types, dead code. They run side by side.
 * @returns {Promise<CheckResult[]>}
 */
export function runStaticChecks() {
  return Promise.all([
    check('format and lint', ['@biomejs/biome/bin/biome', 'check', '--colors=off', '.']),
    check('types', ['typescript/bin/tsc', '-b', '--pretty', 'false']),
    check('dead code', ['knip/bin/knip.js', '--no-progress']),
  ]);
}

/**
 * Whether what a customer's page loads, scripts and styles together, stays within 15 kB gzipped. Needs the build.
 * @returns {CheckResult}
 */
export function checkWidgetSize() {
  const folder = join(top, 'dist', 'widget');
  const bytes = readdirSync(folder, { recursive: true })
    .filter((path) => /\.(js|css)$/.test(String(path)))
    .map((path) => gzipSync(readFileSync(join(folder, String(path))), { level: 9 }).length)
    .reduce((sum, size) => sum + size, 0);
  const size = `the widget is ${(bytes / 1000).toFixed(1)} kB gzipped, of at most 15 kB`;
  if (bytes > 0 && bytes <= widgetLimitBytes) {
    return { name: `widget size: ${size}`, passed: true, output: '', seconds: 0 };
  }
  const remedy =
    bytes === 0 ? 'The build wrote no widget.' : 'Every page that embeds it pays for this: make it smaller.';
  return { name: 'widget size', passed: false, output: `${size}. ${remedy}`, seconds: 0 };
}

/**
 * Prints one line a check, and the whole output of one that failed.
 * @param {CheckResult[]} results
 */
export function printChecks(results) {
  for (const { name, passed, output, seconds } of results) {
    console.log(`${passed ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`);
    if (!passed) console.log(output.trimEnd());
  }
}

/**
 * @param {string} name
 * @param {[string, ...string[]]} command a program of node_modules and its arguments
 * @returns {Promise<CheckResult>}
 */
async function check(name, [program, ...args]) {
  const { code, output, seconds } = await runCommand(process.execPath, [installed(program), ...args]);
  return { name, passed: code === 0, output, seconds };
}
