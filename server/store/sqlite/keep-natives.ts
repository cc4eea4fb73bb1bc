import Database from 'better-sqlite3';

interface Native {
  prepare(...args: unknown[]): object;
}

/** Never emptied: statements are few, since those who ask for the same one again and again keep it themselves. */
const kept: unknown[] = [];

/**
 * Keeps every statement of SQLite, and with it its database, for as long as the process lives. Compiled for Node
 * 24.19 or newer, better-sqlite3 12 ends the process when one of them is collected: the class that Node's headers
 * give it takes back a hook there that cannot be taken back in the middle of a collection.
 */
export function keepNatives(): void {
  if (kept.length > 0) return;
  const first = new Database(':memory:');
  kept.push(first);
  const native = Object.getPrototypeOf(findNative(first)) as Native;
  const { prepare } = native;
  native.prepare = function (this: Native, ...args) {
    const statement = prepare.apply(this, args);
    kept.push(statement);
    return statement;
  };
}

/** What does the work behind a database; every way to make a statement leads through it. */
function findNative(database: Database.Database): object {
  const found = Object.getOwnPropertySymbols(database)
    .map((symbol): unknown => Reflect.get(database, symbol))
    .find((value) => typeof value === 'object' && value !== null && 'prepare' in value);
  if (typeof found !== 'object' || found === null)
    throw new Error('better-sqlite3 has another shape inside.');
  return found;
}
