import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';
import type { Worker } from './e2e/harness/test.ts';

const installedBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = installedBrowsers.find((path) => existsSync(path));
const isRoot = process.getuid?.() === 0;

/**
 * Specs start the servers they need by a fixture, each with a port and data of its own. Those marked `@store` also run
 * on two servers with one PostgreSQL; with BATON_TEST_ALL all do.
 */
export default defineConfig<object, Pick<Worker, 'store'>>({
  testDir: 'e2e/specs',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  projects: [
    { name: 'sqlite', use: { store: 'sqlite' } },
    {
      name: 'postgres',
      use: { store: 'postgres' },
      ...(process.env.BATON_TEST_ALL ? {} : { grep: /@store/ }),
    },
  ],
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
