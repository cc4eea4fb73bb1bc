import { join } from 'node:path';
import { build } from 'vite';
import type { ServerCommand } from './start-server.ts';

const names = ['express', 'naive-express', 'node-http', 'express-pg'] as const;
export type BareName = (typeof names)[number];

/**
 * Builds the bare servers, and what measures the interpreter, the way Baton is built, into dist/bench, so that neither
 * side is translated as it runs.
 */
export async function buildPrograms(top: string): Promise<void> {
  await build({
    root: top,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: true,
      outDir: 'dist/bench',
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: {
          ...Object.fromEntries(names.map((name) => [name, join(top, 'bench', 'bare', `${name}.ts`)])),
          interpreter: join(top, 'bench', 'interpreter', 'print-figures.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
}

/** A bare server that works on a copy of Baton's database, a file or an address, and writes what was recorded. */
export function toBare(top: string, name: BareName, database: string, recordingPath: string): ServerCommand {
  return {
    cwd: top,
    args: [join(top, 'dist', 'bench', `${name}.js`), database, recordingPath],
    environment: {},
  };
}
