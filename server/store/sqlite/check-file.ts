import Database from 'better-sqlite3';

/**
 * Makes sure that a database which nobody has open is whole and on the disk, or throws why it is not. Reads all of
 * it, which takes a second or more for each gigabyte.
 *
 * Emptying the log matters after a failed sync: its last pages may be in the system's memory only and would never be
 * written again, and what is committed behind such a hole is lost with the power. Copied into the database
 * and synced there, they are safe.
 */
export function checkFile(path: string): void {
  const native = new Database(path, { fileMustExist: true });
  try {
    native.pragma('synchronous = FULL');
    const [log] = native.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    if (log?.busy !== 0)
      throw new Error('Another program is reading the database, so its log cannot be emptied.');
    const found = native.pragma('quick_check(1)', { simple: true });
    if (found !== 'ok') throw new Error(`The database is damaged: ${String(found)}`);
  } finally {
    native.close();
  }
}
