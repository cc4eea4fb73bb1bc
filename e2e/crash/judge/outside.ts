/** What reached the other systems of a test. */
export interface Outside {
  /** By token, how often it was called. */
  calls: Map<string, number>;
  /** By mail id, how often it came, and its text. */
  mails: Map<string, { count: number; text: string }>;
  /** Whether the run waited for the leases of what dead processes had taken up. */
  awaitsLeases: boolean;
}
