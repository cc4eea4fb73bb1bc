import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { checkWhole, moveInto } from './copy-file.ts';

export interface RestoreOptions {
  /** The copy, which stays where it is. */
  from: string;
  /** The database, if there is one. */
  to: string;
  /** Where the database that was there until now is kept. */
  keepAs: string;
  /** Throws when this version of the program cannot use the copy. */
  accept: (copy: Database.Database) => void;
}

/**
 * Puts a copy in the place of a database that nobody uses. Nothing changes unless the copy is whole and accepted.
 * @returns its size in bytes, and whether a database was replaced.
 */
export function restoreFile({ from, to, keepAs, accept }: RestoreOptions): {
  bytes: number;
  replaced: boolean;
} {
  if (!existsSync(from)) throw new Error(`There is no file ${from}.`);
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  const part = `${to}.restoring`;
  removeAll(part);
  try {
    copyFileSync(from, part);
    // A plain copy of a server's files has its newest rows beside it.
    if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${part}-wal`);
    inspect(part, from, accept);
    const replaced = existsSync(to);
    const release = replaced ? setAside(to, keepAs) : () => undefined;
    try {
      moveInto(part, to);
    } finally {
      release();
    }
    return { bytes: statSync(to).size, replaced };
  } finally {
    removeAll(part);
  }
}

function inspect(path: string, from: string, accept: RestoreOptions['accept']): void {
  try {
    // Also brings what its log holds into the file, so that one file is all.
    const native = new Database(path, { fileMustExist: true });
    try {
      native.pragma('journal_mode = delete');
      accept(native);
    } finally {
      native.close();
    }
    checkWhole(path);
  } catch (error) {
    throw new Error(`${from} cannot be used: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}

const damaged = new Set(['SQLITE_CORRUPT', 'SQLITE_NOTADB']);

/** Gives the present database a second name, and holds it so that no server starts on it; answers how to let go. */
function setAside(path: string, keepAs: string): () => void {
  const native = new Database(path, { fileMustExist: true, timeout: 0 });
  try {
    // Only who is alone with a database may take its log away.
    native.pragma('locking_mode = exclusive');
    native.pragma('journal_mode = delete');
    native.exec('begin exclusive');
  } catch (error) {
    native.close();
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!damaged.has(code)) throw toInUse(path, code, error);
    // What is damaged is kept as it is, log and all.
    if (existsSync(`${path}-wal`)) renameSync(`${path}-wal`, `${keepAs}-wal`);
    keep(path, keepAs);
    return () => undefined;
  }
  keep(path, keepAs);
  return () => native.close();
}

function toInUse(path: string, code: string, cause: unknown): Error {
  return code.startsWith('SQLITE_BUSY')
    ? new Error(`${path} is in use. Stop Baton first, and whatever else reads it.`, { cause })
    : new Error(`${path} could not be set aside.`, { cause });
}

/** A second name where the disk knows such, so that there is a database at every moment. */
function keep(path: string, keepAs: string): void {
  try {
    linkSync(path, keepAs);
  } catch {
    copyFileSync(path, keepAs, constants.COPYFILE_EXCL);
  }
}

function removeAll(path: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(path + end, { force: true });
}
