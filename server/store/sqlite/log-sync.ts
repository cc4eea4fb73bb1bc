import { closeSync, fdatasync, openSync } from 'node:fs';
import { promisify } from 'node:util';

const syncByThread = promisify(fdatasync);

/** Syncs SQLite's write-ahead log in a thread of Node's own, so that waiting for the disk holds up nobody. */
export class LogSync {
  private readonly path: string;
  private readonly syncFile: (file: number) => Promise<void>;
  private file: number | null = null;
  private era = -1;

  constructor(path: string, sync: (file: number) => Promise<void> = syncByThread) {
    this.path = path;
    this.syncFile = sync;
  }

  /** `era` changes whenever the database was opened anew, and with it perhaps the log. Throws as SQLite would. */
  async sync(era: number): Promise<void> {
    try {
      await this.syncFile(this.open(era));
    } catch (cause) {
      throw Object.assign(new Error('The log could not be synced.', { cause }), {
        code: 'SQLITE_IOERR_FSYNC',
      });
    }
  }

  close(): void {
    // SQLite holds its locks on its other two files, so closing this one lets go of none of them.
    if (this.file !== null) closeSync(this.file);
    this.file = null;
  }

  private open(era: number): number {
    if (this.era !== era) this.close();
    this.file ??= openSync(this.path, 'r+');
    this.era = era;
    return this.file;
  }
}
