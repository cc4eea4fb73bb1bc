import type { OpenConversation } from './load/customers.ts';
import type { Options } from './options.ts';
import type { Pinning } from './servers/pinning.ts';

/** What every part of the benchmark works with. */
export interface Bench {
  /** The repository's top folder. */
  top: string;
  options: Options;
  pinning: Pinning | null;
  /** A folder for databases; it is removed at the end. */
  folder: string;
  /** Tells who watches how far it is. */
  tell(line: string): void;
}

/** Baton's database with conversations opened by the API; each round works on a copy. */
export interface Seed {
  folder: string;
  conversations: readonly OpenConversation[];
}
