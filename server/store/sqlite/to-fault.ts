/**
 * What a failed statement says about the database, beside the statement itself:
 * - `broken`: its file or its log may no longer be what SQLite believes, above all after a failed sync, which the
 *   system reports once and then forgets. Only closing, checking and opening it anew shows what was kept.
 * - `unwritable`: the disk is full or refused to take a write. Nothing counts as written or synced that is not: SQLite
 *   undid the transaction and dropped its own memory of it, and writes over what was begun, so going on with the
 *   same handle is safe.
 * - `busy`: another program holds the file.
 */
export type SqliteFault = 'broken' | 'unwritable' | 'busy';

const broken = /^SQLITE_(IOERR|CORRUPT|NOTADB|CANTOPEN|PROTOCOL|READONLY|NOMEM|NOLFS)/;

/** Null for what is the statement's own fault, such as a broken constraint. */
export function toFault(error: unknown): SqliteFault | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE') return 'unwritable';
  if (broken.test(code)) return 'broken';
  return /^SQLITE_(BUSY|LOCKED)/.test(code) ? 'busy' : null;
}
