/** What the database holds after a run, as far as it is judged; the same from SQLite and PostgreSQL. */
export interface Stored {
  conversations: StoredConversation[];
  messages: StoredMessage[];
  events: StoredEvent[];
  observations: { conversation: string; number: number; what: string; flow: string; node: string }[];
  timers: { conversation: string; name: string }[];
  outbox: StoredWork[];
  notes: { conversation: string; text: string }[];
  /** By id, the values that are known of a contact. */
  contacts: Map<string, Record<string, unknown>>;
}

export interface StoredConversation {
  id: string;
  contact: string;
  handler: string;
  lastNumber: number;
  eventCount: number;
}

export interface StoredMessage {
  id: string;
  conversation: string;
  number: number;
  at: number;
  from: string;
  /** JSON, as it is stored. */
  parts: string;
  /** The flow and the node it came from; empty where a person or the system spoke. */
  source: string;
}

export interface StoredEvent {
  conversation: string;
  number: number;
  at: number;
  type: string;
  /** The timer's name, where it is one. */
  name: string;
}

export interface StoredWork {
  id: string;
  kind: string;
  status: string;
  attempts: number;
  /** Everything it says, for finding a token. */
  text: string;
}
