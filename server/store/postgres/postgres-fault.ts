import { StoreUnavailable } from '../store-unavailable.ts';

/**
 * What went wrong, seen from outside: the connection or the whole server is gone (`gone`), the database cannot take
 * it for now (`busy`), two transactions stood in each other's way (`race`), or it is our own mistake (`mistake`).
 */
export type PostgresFault = 'gone' | 'busy' | 'race' | 'mistake';

/** Serialization failure and deadlock: the same transaction succeeds when it is tried again. */
const races = new Set(['40001', '40P01']);
/**
 * Too many connections, disk or memory full, a lock or statement that took too long, a standby that only reads,
 * and errors of the disk.
 */
const busy = /^(53...|55P03|57014|25006|58030)$/;
/** Connections that fail or were never made, and a server that stops, starts or recovers. */
const gone = /^(08...|57P0[1-5]|25P03)$/;

/** Tells errors of `pg`, of the connection and of the pool apart. */
export function toFault(error: unknown): PostgresFault {
  const { code, severity } = error as { code?: unknown; severity?: unknown };
  if (typeof code === 'string' && typeof severity === 'string') {
    if (races.has(code)) return 'race';
    if (gone.test(code) || severity === 'FATAL' || severity === 'PANIC') return 'gone';
    return busy.test(code) ? 'busy' : 'mistake';
  }
  return isOfConnection(error, code) ? 'gone' : 'mistake';
}

/** What callers are to see: an outage as one that passes, everything else as it is. */
export function toStoreError(error: unknown): unknown {
  if (error instanceof StoreUnavailable) return error;
  const fault = toFault(error);
  return fault === 'gone' || fault === 'busy'
    ? new StoreUnavailable('PostgreSQL cannot be used for now.', { cause: error })
    : error;
}

/** `pg` gives errors of its own no code, only words. */
const words = /connection|timeout|not queryable|client was closed|ended/i;

function isOfConnection(error: unknown, code: unknown): boolean {
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code)) return true;
  if (error instanceof AggregateError) return error.errors.every((one) => toFault(one) === 'gone');
  return error instanceof Error && error.constructor === Error && words.test(error.message);
}
