import type { Fault } from '../../store/records.ts';

/** What became of one attempt. */
export type Attempt =
  /** With an error: nothing left, and trying again would not change that. */
  | { type: 'done'; error?: Fault }
  /** Try it again later, while attempts are left. */
  | { type: 'again'; error: Fault }
  /** The turn that took the result has settled the row too. */
  | { type: 'settled' };
