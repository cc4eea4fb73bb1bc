import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { keepNatives } from './keep-natives.ts';

keepNatives();

/**
 * Copies a database whole into a new file, also while a server writes to it: all that was committed when it began,
 * and nothing half. The copy is checked, and only its owner can read it.
 * @returns its size in bytes. Throws when there is a file already.
 */
export function copyFile(from: string, to: string): { bytes: number } {
  if (existsSync(to)) throw new Error(`${to} is there already. Name another file, or move that one away.`);
  const part = `${to}.part`;
  rmSync(part, { force: true });
  // SQLite writes into an empty file, and keeps who may read it.
  closeSync(openSync(part, 'wx', 0o600));
  try {
    const native = new Database(from, { fileMustExist: true });
    try {
      native.prepare('vacuum into ?').run(part);
    } finally {
      native.close();
    }
    checkWhole(part);
    moveInto(part, to);
    return { bytes: statSync(to).size };
  } finally {
    rmSync(part, { force: true });
  }
}

/** Throws unless each page, row and index of a database that nobody uses is as it should be. */
export function checkWhole(path: string): void {
  const native = new Database(path, { fileMustExist: true });
  try {
    const found = native.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') throw new Error(`it is damaged: ${String(found)}`);
  } finally {
    native.close();
  }
}

/** Puts a finished file in its place so that it is there after a loss of power too; a file that is there is replaced. */
export function moveInto(from: string, to: string): void {
  chmodSync(from, 0o600);
  sync(from);
  renameSync(from, to);
  sync(dirname(to));
}

function sync(path: string): void {
  // Folders cannot be opened on Windows, which needs no such thing.
  if (process.platform === 'win32') return;
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
