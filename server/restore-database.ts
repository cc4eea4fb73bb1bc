import { join, resolve } from 'node:path';
import type Database from 'better-sqlite3';
import { accountMigrations } from './accounts/migrations/index.ts';
import { readToolSettings, toMegabytes, toStamp } from './database-tool.ts';
import { storeMigrations } from './store/migrations/index.ts';
import { restoreFile } from './store/sqlite/restore-file.ts';

/**
 * `npm run restore -- FILE`: puts a copy made by `npm run backup` in the place of the database that the environment
 * names. The database that was there is kept beside it. Refused while a server uses it, when the copy is damaged, and
 * when a newer Baton wrote it.
 * @returns the exit code: 0 when it is done, 2 when it could not be.
 */
export function restoreDatabase(
  environment: Record<string, string | undefined>,
  [file]: readonly string[],
  print: (line: string) => void,
  now: number = Date.now(),
): 0 | 2 {
  const settings = readToolSettings(environment, print);
  if (!settings) return 2;
  const { databaseUrl, dataFolder } = settings;
  if (databaseUrl !== undefined) {
    print('The database is PostgreSQL, whose own tool restores it. Stop every Baton first, then:');
    print(
      `  pg_restore --clean --if-exists --single-transaction --dbname="$DATABASE_URL" ${file ?? 'baton.dump'}`,
    );
    return 2;
  }
  if (file === undefined) {
    print('Name the copy: npm run restore -- FILE');
    return 2;
  }
  const to = join(resolve(dataFolder), 'baton.sqlite');
  const keepAs = `${to}.before-${toStamp(now)}`;
  try {
    const { bytes, replaced } = restoreFile({ from: resolve(file), to, keepAs, accept: refuseNewer });
    print(`Restored ${resolve(file)} to ${to} (${toMegabytes(bytes)}).`);
    if (replaced) print(`The database before it is kept as ${keepAs}. Delete it when all is well.`);
    return 0;
  } catch (error) {
    print(`Nothing was restored: ${error instanceof Error ? error.message : error}`);
    return 2;
  }
}

/** An older shape is brought to the newest when the server starts; a newer one cannot be taken back. */
function refuseNewer(copy: Database.Database): void {
  for (const [area, migrations] of [
    ['store', storeMigrations],
    ['accounts', accountMigrations],
  ] as const) {
    const table = `${area}_migrations`;
    const isThere = copy.prepare("select 1 from sqlite_master where type = 'table' and name = ?").get(table);
    if (!isThere) throw new Error('it is no database of Baton.');
    const done = copy.prepare<[], string>(`select name from ${table}`).pluck().all();
    const known = new Set(migrations.map(({ name }) => name));
    if (done.some((name) => !known.has(name)))
      throw new Error('a newer Baton wrote it. Restore it with that one.');
  }
}
