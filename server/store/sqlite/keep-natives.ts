import Database from 'better-sqlite3';

interface Native {
  prepare(...args: unknown[]): object;
  exec(...args: unknown[]): unknown;
  close(...args: unknown[]): unknown;
}

/** Never emptied: statements are few, since those who ask for the same one again and again keep it themselves. */
const kept = new Set<object>();

/**
 * Keeps every statement and every database of SQLite for as long as the process lives. Compiled for Node 24.19 or
 * newer, better-sqlite3 12 ends the process when one of them is collected: the class that Node's headers give it takes
 * back a hook there that cannot be taken back in the middle of a collection.
 */
export function keepNatives(): void {
  if (kept.size > 0) return;
  const first = new Database(':memory:');
  kept.add(first);
  const native = Object.getPrototypeOf(findNative(first)) as Native;
  const { prepare, exec, close } = native;
  native.prepare = function (this: Native, ...args) {
    // Also one whose file is damaged, so that no statement of it ever is.
    kept.add(this);
    const statement = prepare.apply(this, args);
    kept.add(statement);
    return statement;
  };
  native.exec = function (this: Native, ...args) {
    kept.add(this);
    return exec.apply(this, args);
  };
  native.close = function (this: Native, ...args) {
    kept.add(this);
    return close.apply(this, args);
  };
}

/** What does the work behind a database; every way to make a statement leads through it. */
export function findNative(database: Database.Database): object {
  const found = Object.getOwnPropertySymbols(database)
    .map((symbol): unknown => Reflect.get(database, symbol))
    .find((value) => typeof value === 'object' && value !== null && 'prepare' in value);
  if (typeof found !== 'object' || found === null)
    throw new Error('better-sqlite3 has another shape inside.');
  return found;
}
