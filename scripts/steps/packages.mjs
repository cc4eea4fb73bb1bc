import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { lastLines, runCommand, stopWith, top } from './command.mjs';

const compilerHint = [
  'The SQLite package has to be compiled here, because no ready-made binary could be downloaded, and that failed.',
  'It needs Python 3, make and a C++ compiler:',
  '  Debian, Ubuntu: apt-get install python3 make g++',
  '  Fedora:         dnf install python3 make gcc-c++',
  '  macOS:          xcode-select --install',
  'Then run the command again.',
].join('\n');

/** Installs what package-lock.json names unless it is installed already, and sees to it that SQLite loads on this Node. */
export async function ensurePackages() {
  if (!isInstalled()) {
    console.log('Installing packages (once; a few minutes where SQLite must be compiled) …');
    const { code, output, seconds } = await npm(['ci', '--include=dev', '--no-audit', '--no-fund']);
    if (code !== 0) stopWith(explainFailure(output));
    console.log(`Installed in ${Math.round(seconds)} s.`);
  }
  if (!sqliteLoads()) {
    console.log('Compiling SQLite for this Node …');
    const { code, output } = await npm(['rebuild', 'better-sqlite3']);
    if (code !== 0 || !sqliteLoads()) stopWith(`${lastLines(output, 20)}\n\n${compilerHint}`);
  }
}

/** Whether every package of package-lock.json is there in its version; what is optional on this system may lack. */
function isInstalled() {
  const installedPath = join(top, 'node_modules', '.package-lock.json');
  if (!existsSync(installedPath)) return false;
  const wanted = readPackages(join(top, 'package-lock.json'));
  const present = readPackages(installedPath);
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || present[path]?.version === entry.version,
  );
}

/**
 * @param {string} path of a lock file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function readPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
}

function sqliteLoads() {
  try {
    const Database = createRequire(join(top, 'package.json'))('better-sqlite3');
    new Database(':memory:').close();
    return true;
  } catch {
    return false;
  }
}

/**
 * Runs npm, the one that runs us where one does.
 * @param {string[]} args
 */
export function npm(args) {
  const viaNpm = process.env.npm_execpath;
  const own = viaNpm?.endsWith('.js') ? [viaNpm] : undefined;
  const flags = [...args, '--ignore-scripts=false', '--loglevel=error'];
  return own ? runCommand(process.execPath, [...own, ...flags]) : runCommand('npm', flags);
}

/** @param {string} output of npm */
function explainFailure(output) {
  const end = lastLines(output, 25);
  if (/node-gyp|gyp ERR|prebuild-install/i.test(output)) return `${end}\n\n${compilerHint}`;
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN/.test(output)) {
    return `${end}\n\nThe package registry could not be reached. Check the network (or proxy) and try again.`;
  }
  return `${end}\n\nThe packages could not be installed; the lines above are what npm said.`;
}
