import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readToolSettings, toMegabytes, toStamp } from './database-tool.ts';
import { copyFile } from './store/sqlite/copy-file.ts';

/**
 * `npm run backup [-- FILE]`: copies the database that the environment names into a file, also while a server runs on
 * it.
 * @returns the exit code: 0 when it is done, 2 when it could not be.
 */
export function backUpDatabase(
  environment: Record<string, string | undefined>,
  [file]: readonly string[],
  print: (line: string) => void,
  now: number = Date.now(),
): 0 | 2 {
  const settings = readToolSettings(environment, print);
  if (!settings) return 2;
  const { databaseUrl, dataFolder } = settings;
  if (databaseUrl !== undefined) {
    print('The database is PostgreSQL, whose own tool copies it, also while Baton runs:');
    print(`  pg_dump --format=custom --file=${file ?? 'baton.dump'} "$DATABASE_URL"`);
    return 2;
  }
  const from = join(resolve(dataFolder), 'baton.sqlite');
  const to = resolve(file ?? join(dataFolder, 'backups', `baton-${toStamp(now)}.sqlite`));
  try {
    if (!existsSync(from))
      throw new Error(`There is no database at ${from}. Set BATON_DATA to the data folder.`);
    mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
    const { bytes } = copyFile(from, to);
    print(`Copied ${from} to ${to} (${toMegabytes(bytes)}); the copy was checked and is whole.`);
    return 0;
  } catch (error) {
    print(`The database could not be copied: ${error instanceof Error ? error.message : error}`);
    return 2;
  }
}
