import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { readStored } from '../judge/read-stored.ts';
import type { Stored } from '../judge/stored.ts';

/** The database file of a product's folder. */
export function toDatabasePath(folder: string): string {
  return join(folder, 'data', 'baton.sqlite');
}

/**
 * Opens a copy of the database and its log as they lie there now, as the next start would find them, and
 * looks at it; the original is not touched, so that the product recovers it by itself.
 */
export async function withCopy<Result>(
  path: string,
  look: (database: Database.Database) => Result | Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(`${path}-copy-`);
  try {
    const copy = join(folder, 'copy.sqlite');
    copyFileSync(path, copy);
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
    const database = new Database(copy);
    try {
      return await look(database);
    } finally {
      database.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What `PRAGMA integrity_check` finds; none when all is well. */
export function findDamage(database: Database.Database): string[] {
  const rows = database.pragma('integrity_check') as { integrity_check: string }[];
  return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
}

export function readFrom(database: Database.Database): Promise<Stored> {
  return readStored((sql) => database.prepare(sql).all() as Record<string, unknown>[]);
}
