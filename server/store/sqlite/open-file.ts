import Database from 'better-sqlite3';
import { keepNatives } from './keep-natives.ts';

keepNatives();

/** 64 MB of pages. */
const cacheKibibytes = 65_536;
/** 16 MB of log: copying them holds up nobody for long, and pages written often are copied once. */
const logPages = 4_000;

/** Opens a database file for durable use: what was committed survives a loss of power. */
export function openFile(path: string, options: { mustExist: boolean }): Database.Database {
  const native = new Database(path, { fileMustExist: options.mustExist });
  try {
    native.pragma('journal_mode = WAL');
    native.pragma('synchronous = FULL');
    native.pragma('busy_timeout = 5000');
    native.pragma('foreign_keys = ON');
    // Pages that many conversations share are read from memory, and copied out of the log less often.
    native.pragma(`cache_size = ${-cacheKibibytes}`);
    native.pragma(`wal_autocheckpoint = ${logPages}`);
    return native;
  } catch (error) {
    native.close();
    throw error;
  }
}

/** Opens a database file to read it only, also while a server writes to it. */
export function openFileToRead(path: string): Database.Database {
  const native = new Database(path, { readonly: true, fileMustExist: true });
  native.pragma('busy_timeout = 5000');
  return native;
}
