import { closeSync, existsSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { keepNatives } from './keep-natives.ts';

keepNatives();

const chunkBytes = 4_000_000;

/**
 * Makes sure that a database which no server has open is whole and on the disk, or throws why it is not. Reads all of
 * it, which takes a second or more for each gigabyte.
 */
export function checkFile(path: string): void {
  if (existsSync(`${path}-wal`)) writeAgain(`${path}-wal`);
  const native = new Database(path, { fileMustExist: true });
  try {
    const found = native.pragma('quick_check(1)', { simple: true });
    if (found !== 'ok') throw new Error(`The database is damaged: ${String(found)}`);
  } finally {
    native.close();
  }
}

/**
 * Writes what a log holds over itself, and syncs it. After a failed sync its last pages may be in the system's memory
 * only, and count there as written: no later sync would write them, and what is committed behind such a hole is lost
 * with the power. Emptying the log into the database would do as well, but takes thousands of writes, which on a
 * failing disk hardly ever all succeed; what the log holds is written into the database anew by SQLite in any case.
 */
function writeAgain(path: string): void {
  const file = openSync(path, 'r+');
  try {
    const chunk = Buffer.alloc(chunkBytes);
    for (let at = 0; ; ) {
      const read = readSync(file, chunk, 0, chunkBytes, at);
      if (read === 0) break;
      if (writeSync(file, chunk, 0, read, at) !== read)
        throw new Error('The log could not be written again.');
      at += read;
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
