import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['{shared,server,flows,scripts,bench,e2e}/**/*.test.ts'],
          globalSetup: ['scripts/postgres/share-postgres.ts'],
          setupFiles: ['server/store/sqlite/testing/keep-natives.setup.ts'],
          testTimeout: 20_000,
          // The first hook that asks for a PostgreSQL database waits for its start.
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [react({ include: /client\/(?!widget\/).*\.tsx$/ })],
        test: {
          name: 'client',
          environment: 'happy-dom',
          include: ['client/**/*.test.{ts,tsx}'],
          exclude: ['client/widget/**'],
          testTimeout: 20_000,
        },
      },
      {
        oxc: { jsx: { runtime: 'automatic', importSource: '#dom', development: false } },
        test: {
          name: 'widget',
          environment: 'happy-dom',
          include: ['client/widget/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
        },
      },
    ],
  },
});
