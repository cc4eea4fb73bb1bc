/** The other processes on the same database. */
export interface Neighbours {
  /** Sends a text to every other process soon. It may get lost. */
  post(text: string): void;
  /** Calls `heard` for each text of another process, and `missed` when some may have been lost. */
  listen(heard: (text: string) => void, missed: () => void): void;
  /** Conversations changed at or after a time by whichever process, oldest change first. */
  changedSince(time: number, limit: number): Promise<ChangedConversation[]>;
}

export interface ChangedConversation {
  id: string;
  number: number;
  department: string | null;
  /** Whether the customer has said anything. */
  begun: boolean;
  at: number;
}
