import { existsSync } from 'node:fs';
import { installed, lastLines, runCommand } from './command.mjs';

const installedBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Sees to it that the browser tests have a Chromium: the system's, else Debian's by apt-get when we may, else
 * Playwright's own.
 * @returns {Promise<string | undefined>} why there is none
 */
export async function ensureBrowser() {
  if (hasSystemBrowser()) return undefined;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium for the browser tests …');
    await runCommand('apt-get', ['update', '-qq']);
    await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (hasSystemBrowser()) return undefined;
  }
  const args = [installed('@playwright/test/cli.js'), 'install', 'chromium'];
  const { code, output } = await runCommand(process.execPath, args);
  if (code === 0) return undefined;
  return `${lastLines(output, 10)}\nThere is no Chromium for the browser tests and none could be installed. Install one (Debian: apt-get install chromium) and try again.`;
}

function hasSystemBrowser() {
  return installedBrowsers.some((path) => existsSync(path));
}
