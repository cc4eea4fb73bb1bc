import type { Fault } from '../../store/records.ts';

/** What became of one attempt. */
export type Attempt =
  | { type: 'done' }
  /** Try it again later, while attempts are left. */
  | { type: 'again'; error: Fault }
  /** The turn that took the result has settled the row too. */
  | { type: 'settled' };
