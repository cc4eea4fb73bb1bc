import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';

const installedBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = installedBrowsers.find((path) => existsSync(path));
const isRoot = process.getuid?.() === 0;

/** Specs start the servers they need by a fixture, each with a port and a data folder of its own. */
export default defineConfig({
  testDir: 'e2e/specs',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    actionTimeout: 15_000,
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: isRoot ? ['--no-sandbox', '--disable-dev-shm-usage'] : [],
    },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
});
