import type { Generated } from 'kysely';

/** The tables as kysely sees them. JSON is text, booleans are 0 and 1, times are milliseconds since 1970. */
export interface Tables {
  bots: BotsTable;
  revisions: RevisionsTable;
  releases: ReleasesTable;
  contacts: ContactsTable;
  conversations: ConversationsTable;
  messages: MessagesTable;
  events: EventsTable;
  observations: ObservationsTable;
  timers: TimersTable;
  outbox: OutboxTable;
  live_settings: LiveSettingsTable;
  client_calls: ClientCallsTable;
  seen: SeenTable;
  notes: NotesTable;
  presence: PresenceTable;
  departments: DepartmentsTable;
  settings: SettingsTable;
  secrets: SecretsTable;
  files: FilesTable;
  file_chunks: FileChunksTable;
}

interface BotsTable {
  id: string;
  slug: string;
  name: string;
  active: number;
  origins: string;
  current_release: number | null;
  released_at: number | null;
  draft_revision: number;
  draft_file: string;
  draft_changed_at: number;
  draft_ahead: number;
  archived_at: number | null;
  created_at: number;
}

interface RevisionsTable {
  bot: string;
  revision: number;
  changes: string;
  by_person: string;
  at: number;
}

interface ReleasesTable {
  bot: string;
  number: number;
  file: string;
  model: string;
  note: string;
  by_person: string;
  at: number;
}

interface ContactsTable {
  id: string;
  bot: string;
  attributes: string;
  /** Lower case, for searching. */
  search: string;
  version: number;
  created_at: number;
}

export interface ConversationsTable {
  id: string;
  bot: string;
  contact: string;
  channel: string;
  version: number;
  state: string;
  handler: string;
  folder: string;
  kept_folder: string | null;
  department: string | null;
  /** 0 normal, 1 high, 2 urgent. */
  priority: number;
  agent_id: string | null;
  agent_name: string | null;
  last_number: number;
  last_customer_number: number;
  event_count: number;
  waiting_since: number | null;
  waited: number | null;
  joined_at: number | null;
  reason: string | null;
  last: string | null;
  started_at: number;
  changed_at: number;
  ended_at: number | null;
  page: string;
  /** Variables in lower case, for searching. */
  search: string;
}

interface MessagesTable {
  id: string;
  conversation: string;
  number: number;
  at: number;
  sender: string;
  parts: string;
  source: string | null;
  feedback: string | null;
  search: string;
}

interface EventsTable {
  conversation: string;
  number: number;
  at: number;
  release: number;
  event: string;
  facts: string | null;
}

interface ObservationsTable {
  conversation: string;
  /** Counts within the conversation. */
  number: number;
  at: number;
  what: string;
  flow: string | null;
  node: string | null;
  data: string;
}

interface TimersTable {
  conversation: string;
  name: string;
  due: number;
  /** Some process rings it, or it failed: nobody rings it before this moment. */
  held_until: Generated<number>;
  attempts: Generated<number>;
}

export interface OutboxTable {
  id: string;
  kind: string;
  status: string;
  conversation: string | null;
  to_text: string;
  subject: string;
  payload: string;
  attempts: number;
  next_at: number | null;
  error: string | null;
  created_at: number;
  receiver: Generated<string>;
  /** An attempt is under way: nobody else makes one before this moment; 0 when none is. */
  held_until: Generated<number>;
  /** Attempts it had when it was sent again. */
  spent: Generated<number>;
}

/** Versions of bots' live settings that events were judged by, under the hash of their text. */
interface LiveSettingsTable {
  id: string;
  settings: string;
}

interface ClientCallsTable {
  scope: string;
  id: string;
  body_hash: string;
  answer: string;
  at: number;
}

interface SeenTable {
  conversation: string;
  person: string;
  number: number;
}

interface NotesTable {
  id: string;
  conversation: string;
  at: number;
  by_person: string;
  text: string;
}

interface PresenceTable {
  person: string;
  status: string;
  seen_at: number | null;
}

interface DepartmentsTable {
  id: string;
  name: string;
}

interface SettingsTable {
  name: string;
  value: string;
}

interface SecretsTable {
  name: string;
  sealed: string;
  changed_at: number;
}

interface FilesTable {
  id: string;
  conversation: string;
  name: string;
  mime: string;
  size: number;
  at: number;
}

interface FileChunksTable {
  file: string;
  number: number;
  bytes: Buffer;
}
