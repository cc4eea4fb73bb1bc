import type Database from 'better-sqlite3';
import type { StoreUnavailable } from '../store-unavailable.ts';

/** What a statement does to the transaction around it. */
export type Role = 'begin' | 'commit' | 'rollback' | 'other';

/** What a statement needs of the handle that it belongs to. */
export interface Owner {
  /** Changes whenever the file behind the handle does. */
  readonly era: number;
  /** Set when a transaction was lost under whoever began it and has not ended it yet. */
  doomed: StoreUnavailable | null;
  prepareNative(sql: string): Database.Statement;
  ran(role: Role, changes: number): void;
  /** What to throw for what a statement threw. */
  failed(role: Role, error: unknown): unknown;
}

const nothing: Database.RunResult = { changes: 0, lastInsertRowid: 0 };

/** A prepared statement that is prepared again by itself when the file behind its handle was opened anew. */
export class StableStatement {
  readonly reader: boolean;
  private readonly owner: Owner;
  private readonly sql: string;
  private readonly role: Role;
  private native: Database.Statement<unknown[]> | null = null;
  private era = -1;

  /** Throws when the text is wrong; what ends a transaction is prepared only when it runs, since it may end a lost one. */
  constructor(owner: Owner, sql: string) {
    this.owner = owner;
    this.sql = sql;
    this.role = toRole(sql);
    this.reader = this.role === 'other' && this.current().reader;
  }

  run(...params: unknown[]): Database.RunResult {
    const { owner, role } = this;
    if (owner.doomed !== null && this.endDoomed()) return nothing;
    const native = this.current();
    let result: Database.RunResult;
    try {
      result = native.run(...params);
    } catch (error) {
      throw owner.failed(role, error);
    }
    owner.ran(role, result.changes);
    return result;
  }

  all(...params: unknown[]): unknown[] {
    if (this.owner.doomed !== null) this.endDoomed();
    const native = this.current();
    try {
      return native.all(...params);
    } catch (error) {
      throw this.owner.failed(this.role, error);
    }
  }

  iterate(...params: unknown[]): IterableIterator<unknown> {
    return this.all(...params)[Symbol.iterator]();
  }

  private current(): Database.Statement<unknown[]> {
    const { owner } = this;
    if (this.native !== null && this.era === owner.era) return this.native;
    try {
      this.native = owner.prepareNative(this.sql);
      this.era = owner.era;
      return this.native;
    } catch (error) {
      throw owner.failed(this.role, error);
    }
  }

  /**
   * Nothing of a lost transaction may run on its own, outside of it, and its commit must not seem to succeed. True
   * when its end has come; a new `begin` says that its owner is gone.
   */
  private endDoomed(): boolean {
    const { owner, role } = this;
    if (role !== 'begin' && role !== 'rollback' && owner.doomed) throw owner.doomed;
    owner.doomed = null;
    return role === 'rollback';
  }
}

function toRole(sql: string): Role {
  const [, word = ''] = /^\s*(begin|commit|end|rollback(?!\s+to\b))\b/i.exec(sql) ?? [];
  const role = word.toLowerCase();
  if (role === 'end') return 'commit';
  return role === 'begin' || role === 'commit' || role === 'rollback' ? role : 'other';
}
