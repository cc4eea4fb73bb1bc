import type { Fault } from '../../store/records.ts';

/** What became of one attempt; one that fails throws an `OutgoingFault`. */
export type Attempt =
  /** With a note when there is something to know of it nevertheless. */
  | { type: 'done'; note?: Fault }
  /** The turn that took the result has settled the row too. */
  | { type: 'settled' };
