import { defineConfig } from 'vite';

/**
 * The server: our own code in dist/server, main.js and what it shares with its threads; packages stay outside
 * in node_modules. A thread's file must lie beside the others, where the server looks for it.
 */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    sourcemap: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        main: 'server/main.ts',
        'train-thread': 'server/runtime/bots/train-thread.ts',
        'check-thread': 'server/store/sqlite/check-thread.ts',
        'replay-database': 'server/replay-database.ts',
        'backup-database': 'server/backup-database.ts',
        'restore-database': 'server/restore-database.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
});
