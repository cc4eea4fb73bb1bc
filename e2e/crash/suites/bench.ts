import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Options } from '../options.ts';
import { toEntry } from '../product/builds.ts';
import { createProduct, type Product } from '../product/product.ts';
import { createRandom, type Random } from '../random.ts';
import type { Check, Report } from '../report.ts';
import { checkReplay } from './check-replay.ts';
import { openPostgresBench } from './postgres-bench.ts';
import { openSqliteBench } from './sqlite-bench.ts';
import type { TestDatabase } from './test-database.ts';

/** What every run needs: a folder, a build, a database, and numbers from the seed. */
export interface Bench {
  options: Options;
  random: Random;
  folder: string;
  database: TestDatabase;
  createProduct(environment?: Record<string, string>): Product;
  /** Whether the log of each conversation gives its state. */
  checkReplay(): Promise<Check>;
  toHead(): Pick<Report, 'suite' | 'store' | 'seed'>;
  /** Removes the folder unless something was found in it or it is to be kept. */
  close(clean: boolean): Promise<void>;
}

export async function openBench(options: Options): Promise<Bench> {
  const { suite, store, seed, port } = options;
  const folder = mkdtempSync(join(tmpdir(), `baton-${suite}-`));
  mkdirSync(join(folder, 'data'));
  const entry = toEntry(folder, options.break);
  const isSqlite = store === 'sqlite';
  const database = isSqlite ? await openSqliteBench(folder) : await openPostgresBench();
  const ports = isSqlite ? [port] : [port, port + 1];
  return {
    options,
    random: createRandom(seed, suite),
    folder,
    database,
    createProduct: (environment = {}) =>
      createProduct({
        entry,
        folder,
        ports,
        environment: { ...database.environment, ...environment },
      }),
    checkReplay: () => checkReplay(entry, folder, database.environment),
    toHead: () => ({ suite, store: options.break ? `${store}, broken: ${options.break}` : store, seed }),
    close: async (clean) => {
      await database.close();
      if (clean && !options.keep) rmSync(folder, { recursive: true, force: true });
      else process.stdout.write(`  Data and logs are kept in ${folder}\n`);
    },
  };
}
