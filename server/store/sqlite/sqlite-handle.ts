import { statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import type { WatchStore } from '../store-health.ts';
import { StoreUnavailable } from '../store-unavailable.ts';
import { checkInThread } from './check-in-thread.ts';
import { LogSync } from './log-sync.ts';
import { openFile } from './open-file.ts';
import { type Owner, type Role, StableStatement } from './stable-statement.ts';
import { toFault } from './to-fault.ts';

export interface SqliteHandleOptions {
  /** Told when the database goes away and comes back. */
  watch?: WatchStore;
  /** For tests, which put faults into it. */
  open?: typeof openFile;
  /** Rejects when the file is not whole. */
  check?: (path: string) => Promise<void>;
  /** Makes sure that a file, by its descriptor, is on the disk. */
  sync?: (file: number) => Promise<void>;
  pause?: (ms: number, stop: AbortSignal) => Promise<unknown>;
}

const pauseMs = { first: 50, most: 5_000 };

/**
 * One database for as long as the server runs, although the file behind it may be closed and opened anew: after
 * a failed sync or read it is closed at once, checked, and opened again, as often as it takes. Until then
 * every statement throws `StoreUnavailable`. Its statements outlive that, so that they are prepared once.
 */
export class SqliteHandle implements Owner {
  era = 0;
  doomed: StoreUnavailable | null = null;
  private readonly path: string;
  private readonly options: Required<Omit<SqliteHandleOptions, 'sync'>>;
  private readonly log: LogSync;
  private readonly stop = new AbortController();
  private readonly file: number | null;
  private native: Database.Database | null;
  private away: StoreUnavailable | null = null;
  private begun = false;
  private unwritableSince: number | null = null;

  constructor(path: string, options: SqliteHandleOptions = {}) {
    this.path = path;
    this.options = {
      watch: () => undefined,
      open: openFile,
      check: checkInThread,
      pause: (ms, signal) => setTimeout(ms, undefined, { signal, ref: false }),
      ...options,
    };
    this.log = new LogSync(`${path}-wal`, options.sync);
    this.native = this.options.open(path, { mustExist: false });
    this.file = this.native.memory ? null : statSync(path).ino;
  }

  prepare(sql: string): StableStatement {
    return new StableStatement(this, sql);
  }

  prepareNative(sql: string): Database.Statement {
    if (this.native) return this.native.prepare(sql);
    throw this.away ?? new Error('The database is closed.');
  }

  /**
   * Runs a transaction whose commit does not wait for the disk. Nobody may be told of it, and nobody may see it,
   * before `syncLog` has come back: together they are what `synchronous = FULL` is, with the event loop free while
   * the disk works. Everything else commits with `FULL`.
   */
  writeUnsynced<Result>(write: () => Result): Result {
    if (this.file === null) return write();
    // A pragma like this takes effect when it is prepared, so it cannot be a kept statement.
    this.native?.pragma('synchronous = NORMAL');
    try {
      return write();
    } finally {
      this.native?.pragma('synchronous = FULL');
    }
  }

  /** Resolves when all that was committed is on the disk; a failure is a failed sync like any other. */
  async syncLog(): Promise<void> {
    if (this.file === null) return;
    try {
      await this.log.sync(this.era);
    } catch (error) {
      throw this.failed('other', error);
    }
  }

  /** Also when the file under a transaction was lost: whoever began it has to end it. */
  get inTransaction(): boolean {
    return this.begun || this.doomed !== null;
  }

  /** Writes what is in the log into the file, and lets go of it. */
  close(): void {
    this.stop.abort();
    this.log.close();
    this.native?.close();
    this.native = null;
    this.away = null;
    this.era += 1;
  }

  ran(role: Role, changes: number): void {
    if (role === 'begin') this.begun = true;
    else if (role !== 'other') this.begun = false;
    const wrote = role === 'commit' || (role === 'other' && !this.begun && changes > 0);
    if (this.unwritableSince === null || !wrote) return;
    const seconds = (performance.now() - this.unwritableSince) / 1000;
    this.unwritableSince = null;
    this.options.watch({ state: 'well', seconds });
  }

  failed(role: Role, error: unknown): unknown {
    const fault = toFault(error);
    if (fault === null) return error;
    const unavailable = new StoreUnavailable(texts[fault], { cause: error });
    if (fault === 'broken' && this.file !== null) this.lose(unavailable);
    if (fault === 'unwritable' && this.unwritableSince === null) {
      this.unwritableSince = performance.now();
      this.options.watch({ state: 'unwritable', cause: error });
    }
    // A failed rollback is an end too: nobody comes to end the transaction once more.
    if (this.begun && (role === 'rollback' || !this.native?.inTransaction)) {
      this.begun = false;
      if (role !== 'rollback') this.doomed = unavailable;
    }
    return unavailable;
  }

  private lose(unavailable: StoreUnavailable): void {
    if (!this.native) return;
    const broken = this.native;
    this.native = null;
    this.away = unavailable;
    this.era += 1;
    this.unwritableSince = null;
    this.options.watch({ state: 'away', cause: unavailable.cause });
    void this.bringBack(broken);
  }

  private async bringBack(broken: Database.Database): Promise<void> {
    const since = performance.now();
    let told = '';
    for (let pause = pauseMs.first; !this.stop.signal.aborted; pause = Math.min(2 * pause, pauseMs.most)) {
      try {
        broken.close();
        await this.reopen();
        if (!this.stop.signal.aborted)
          this.options.watch({ state: 'well', seconds: (performance.now() - since) / 1000 });
        return;
      } catch (error) {
        if (this.stop.signal.aborted) return;
        if (String(error) !== told) this.options.watch({ state: 'away', cause: error });
        told = String(error);
        await this.options.pause(pause, this.stop.signal).catch(() => undefined);
      }
    }
  }

  private async reopen(): Promise<void> {
    await this.options.check(this.path);
    if (this.stop.signal.aborted) return;
    if (statSync(this.path).ino !== this.file)
      throw new Error('Another file was put in its place while Baton ran. Stop Baton and start it again.');
    this.native = this.options.open(this.path, { mustExist: true });
    this.away = null;
    this.era += 1;
  }
}

const texts = {
  broken: 'The database failed and is being checked.',
  unwritable: 'The disk is full or refuses to write.',
  busy: 'Another program holds the database.',
};
