import Database from 'better-sqlite3';
import { openFile } from '../open-file.ts';

interface Fault {
  /** The statements that fail. */
  readonly at: RegExp;
  readonly code: string;
  /** How many of them still do. */
  times: number;
  /** It was carried out all the same, as when only the answer of the disk was lost. */
  readonly done?: boolean;
}

/** Opens database files whose statements fail when they are told to, as they do on a bad or a full disk. */
export function createFaultyFiles() {
  const faults: Fault[] = [];
  const opened: Database.Database[] = [];
  const take = (sql: string): Fault | undefined => {
    const fault = faults.find(({ at, times }) => times > 0 && at.test(sql));
    if (fault) fault.times -= 1;
    return fault;
  };
  return {
    /** Every file that was opened, the last one last. */
    opened,
    fail: (at: RegExp, code: string, { times = 1, done = false } = {}) => {
      faults.push({ at, code, times, done });
    },
    mend: () => faults.splice(0),
    open: (path: string, options: { mustExist: boolean }): Database.Database => {
      const native = openFile(path, options);
      opened.push(native);
      return replace(native, 'prepare', (sql: string) => {
        const statement = native.prepare(sql);
        const failing =
          (method: 'run' | 'all') =>
          (...params: unknown[]) => {
            const fault = take(sql);
            if (fault?.done) statement[method](...params);
            if (fault) throw new Database.SqliteError(`${fault.code} for the test`, fault.code);
            return statement[method](...params);
          };
        return replace(replace(statement, 'run', failing('run')), 'all', failing('all'));
      });
    },
  };
}

/** An object of better-sqlite3 with one method replaced; its methods insist on the object itself as `this`. */
function replace<Of extends object>(target: Of, name: keyof Of, method: unknown): Of {
  return new Proxy(target, {
    get: (_, key) => {
      if (key === name) return method;
      const value = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
