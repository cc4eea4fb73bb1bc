import type { Said } from '../load/customers.ts';

/** What a parameter of a recorded write becomes when it is written again, in another conversation. */
export type Filler =
  | { is: 'same'; value: string | number | null }
  | { is: 'conversation' }
  | { is: 'call' }
  /** A new id. */
  | { is: 'fresh' }
  /** The moment of writing, in milliseconds since 1970, and so much later. */
  | { is: 'now'; later: number }
  /** The next number of this conversation in this table. */
  | { is: 'next'; table: string }
  /** A column of the conversation that counts, raised by so much. */
  | { is: 'raised'; column: string; by: number };

/** One row that Baton wrote, as a statement with `?` for each parameter. */
export interface RecordedWrite {
  sql: string;
  params: Filler[];
}

/** What Baton wrote for one message, and what it answered. */
export interface RecordedTurn {
  said: Said;
  writes: RecordedWrite[];
  answer: unknown;
}

export interface Recording {
  turns: RecordedTurn[];
  /** Tables whose rows are numbered within a conversation. */
  numberedTables: string[];
}
