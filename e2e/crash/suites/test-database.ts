import type { Stored } from '../judge/stored.ts';

/** The database under a product, looked at from outside. */
export interface TestDatabase {
  /** What servers need to know of it. */
  environment: Record<string, string>;
  read(): Promise<Stored>;
  /** What its own check of itself finds. */
  findDamage(): Promise<string[]>;
  /** Timers of pauses and outgoing work that are still to be done; those taken up by a process only if asked. */
  countOpenWork(withTaken: boolean): Promise<number>;
  /** Ends a database server as a loss of power would, and starts it again; only where there is one. */
  interrupt?: (meanwhile: () => Promise<void>) => Promise<void>;
  close(): Promise<void>;
}

/** The query behind `countOpenWork`. */
export function toOpenWork(withTaken: boolean): string {
  const open = withTaken ? "status = 'waiting'" : "status = 'waiting' and attempts = 0";
  return `select (select count(*) from timers where name = 'wait')
    + (select count(*) from outbox where ${open}) as count`;
}
