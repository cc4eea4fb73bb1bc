import type { Bench, Seed } from '../bench.ts';
import { onCopy } from './seed.ts';
import type { ServerCommand } from './start-server.ts';
import { type Contents, readContents } from './work-done.ts';

/** A server that works on a copy of Baton's database: a folder, or an address of PostgreSQL. */
export interface Contender {
  name: string;
  toCommand(place: string): ServerCommand;
}

/** Where contenders meet: each gets the same database, afresh for each round. */
export interface Arena {
  seed: Seed;
  withCopy<T>(use: (place: string) => Promise<T>): Promise<T>;
  /** What is in a database whose server has stopped. */
  readContents(place: string): Promise<Contents>;
}

/** With SQLite: copies of the seed's folder. */
export function createSqliteArena(bench: Bench, seed: Seed): Arena {
  return {
    seed,
    withCopy: (use) => onCopy(bench, seed, use),
    readContents: async (folder) => readContents(folder),
  };
}
