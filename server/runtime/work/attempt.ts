/** What became of one attempt. */
export type Attempt =
  | { type: 'done' }
  | { type: 'failed'; error: string }
  /** Try it again later, while attempts are left. */
  | { type: 'again'; error: string }
  /** The turn that took the result has settled the row too. */
  | { type: 'settled' };
