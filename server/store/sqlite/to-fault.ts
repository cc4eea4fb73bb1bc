/**
 * What a failed statement says about the database, beside the statement itself:
 * - `broken`: its file or its log may no longer be what SQLite believes, above all after a failed sync, which the
 *   system reports once and then forgets. Only closing, checking and opening it anew shows what was kept.
 * - `full`: the disk has no room. SQLite undid what it was writing and dropped its own memory of it; nothing was
 *   synced that is not there, so going on with the same handle is safe.
 * - `busy`: another program holds the file.
 */
export type SqliteFault = 'broken' | 'full' | 'busy';

const broken = /^SQLITE_(IOERR|CORRUPT|NOTADB|CANTOPEN|PROTOCOL|READONLY|NOMEM|NOLFS)/;

/** Null for what is the statement's own fault, such as a broken constraint. */
export function toFault(error: unknown): SqliteFault | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (broken.test(code)) return 'broken';
  if (code === 'SQLITE_FULL') return 'full';
  return /^SQLITE_(BUSY|LOCKED)/.test(code) ? 'busy' : null;
}
