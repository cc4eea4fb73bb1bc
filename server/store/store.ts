import type {
  BotRecord,
  ClientCallRecord,
  ContactRecord,
  ConversationRecord,
  DepartmentRecord,
  EventRecord,
  Fault,
  FileRecord,
  FolderName,
  MessageRecord,
  NoteRecord,
  ObservationRecord,
  OutboxRecord,
  OutboxStatus,
  PresenceRecord,
  ReleaseContent,
  ReleaseRecord,
  TimerRecord,
} from './records.ts';

/**
 * Everything that is kept. Each method is one transaction of its own: it happens whole or not at all, and
 * once it has answered it survives a crash. Times are milliseconds since 1970 and always handed in.
 */
export interface Store {
  readonly bots: BotStore;
  readonly conversations: ConversationStore;
  readonly inbox: InboxStore;
  readonly timers: TimerStore;
  readonly outbox: OutboxStore;
  readonly desk: DeskStore;
  readonly files: FileStore;
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface NewBot {
  id: string;
  slug: string;
  name: string;
  file: unknown;
  at: number;
}

/** `repeated` when the call that wants it was made before: nothing is written. */
export type Done = 'done' | 'repeated';

export interface BotStore {
  list(archived: boolean): Promise<BotRecord[]>;
  read(id: string): Promise<BotRecord | null>;
  /** By slug among those not archived, or by id. */
  find(slugOrId: string): Promise<BotRecord | null>;
  /** `taken` when another bot that is not archived has the slug. Here and below a `call` is kept with its work. */
  create(bot: NewBot, call?: ClientCallRecord | null): Promise<Done | 'taken'>;
  change(id: string, change: BotChangeRecord, call?: ClientCallRecord | null): Promise<Done | 'taken'>;
  /** Removes a bot with its drafts, releases, conversations and contacts. */
  remove(id: string): Promise<void>;
  readDraft(id: string): Promise<{ revision: number; file: unknown } | null>;
  /** Writes revision `base + 1`; `stale` when the draft is no longer at `base`. */
  saveDraft(id: string, save: DraftSave, call?: ClientCallRecord | null): Promise<Done | 'stale'>;
  releases(id: string): Promise<ReleaseRecord[]>;
  readRelease(id: string, number: number): Promise<ReleaseContent | null>;
  /** Adds the next release and makes it the current one. `toCall` is told the release, for the call's answer. */
  publish(
    id: string,
    release: NewRelease,
    toCall?: (release: ReleaseRecord) => ClientCallRecord | null,
  ): Promise<ReleaseRecord | 'repeated'>;
  /** By bot: begun since, waiting now, live now; conversations without a customer's message do not count. */
  counts(since: number): Promise<Map<string, { recent: number; waiting: number; live: number }>>;
}

export interface BotChangeRecord {
  slug?: string;
  active?: boolean;
  origins?: string[];
  archivedAt?: number | null;
}

export interface DraftSave {
  base: number;
  file: unknown;
  name: string;
  changes: unknown;
  by: string;
  at: number;
}

export interface NewRelease {
  content: ReleaseContent;
  note: string;
  by: string;
  at: number;
  /** The draft's revision that is published; null when an older release is restored. */
  revision: number | null;
}

/** All that one turn writes. */
export interface TurnCommit {
  /** As it was when the turn was computed; null for a new one. */
  before: ConversationRecord | null;
  /** As it is to be, its version included: the one before, plus one. */
  conversation: ConversationRecord;
  /** As it is to be, its version included, where the turn changes it; version 1 makes it. */
  contact: ContactRecord | null;
  messages: MessageRecord[];
  events: EventRecord[];
  observations: ObservationRecord[];
  timers: { set: { name: string; due: number }[]; cancel: string[] };
  outbox: OutboxRecord[];
  notes: NoteRecord[];
  clientCall: ClientCallRecord | null;
  feedback: { number: number; value: 'up' | 'down' } | null;
  /** Outgoing work whose result this turn takes, with the number of the attempt that brought it. */
  finished: { id: string; attempts: number; status: 'done' | 'failed'; error: Fault | null } | null;
}

export interface ConversationStore {
  read(id: string): Promise<ConversationRecord | null>;
  readContact(id: string): Promise<ContactRecord | null>;
  /** As this process last saw it, which costs nothing; it may be behind the database. Else it is read. */
  recall(id: string): Promise<ConversationRecord | null>;
  recallContact(id: string): Promise<ContactRecord | null>;
  /** Another process has written it: what was seen of it is old. */
  forget(id: string): void;
  /**
   * Writes a whole turn, or nothing: `conflict` when the conversation or the contact is not at the version
   * before, when its client call is known already, or when the work is already finished.
   */
  commit(turn: TurnCommit): Promise<'done' | 'conflict'>;
  /** Messages after a number, oldest first. */
  messages(id: string, after: number, limit: number): Promise<MessageRecord[]>;
  /** The newest messages, oldest first. */
  newestMessages(id: string, limit: number): Promise<MessageRecord[]>;
  /** The message of this id. */
  findMessage(id: string, message: string): Promise<MessageRecord | null>;
  feedback(id: string): Promise<{ message: string; value: 'up' | 'down' }[]>;
  /** The log, oldest first; only what comes after an event's number, and so many at most, where that is given. */
  events(id: string, after?: number, limit?: number): Promise<EventRecord[]>;
  /** All conversations in the order of their ids, by pages: those after an id. */
  page(after: string, limit: number): Promise<ConversationRecord[]>;
  observations(id: string, whats: readonly string[]): Promise<ObservationRecord[]>;
  clientCall(scope: string, id: string): Promise<ClientCallRecord | null>;
  /** Keeps a call that did nothing else; one that is kept already stays as it is. */
  keepCall(call: ClientCallRecord): Promise<void>;
  /**
   * Removes those without a customer's message that nothing happened to since, with contacts that are left
   * without any; answers how many.
   */
  removeUnbegun(before: number): Promise<number>;
  removeClientCalls(before: number): Promise<number>;
}

export interface InboxFilter {
  folder: FolderName | 'mine' | 'all' | 'unread';
  /** The caller, for `mine` and `unread`. */
  person: string;
  /** Departments the caller may see beside conversations without one; null: all. */
  departments: readonly string[] | null;
  words: string | null;
  cursor: string | null;
  limit: number;
}

export interface InboxRow {
  conversation: ConversationRecord;
  contact: ContactRecord;
  unread: boolean;
}

export interface InboxStore {
  list(filter: InboxFilter): Promise<{ rows: InboxRow[]; cursor: string | null }>;
  read(id: string, person: string): Promise<InboxRow | null>;
  counts(filter: Pick<InboxFilter, 'person' | 'departments'>): Promise<Record<InboxFilter['folder'], number>>;
  /** Changed at or after a time, oldest change first. */
  changedSince(
    time: number,
    limit: number,
  ): Promise<{ id: string; number: number; department: string | null; changedAt: number }[]>;
  ofContact(contact: string): Promise<ConversationRecord[]>;
  seen(id: string, person: string, number: number): Promise<void>;
  /** What the folder `waiting` lists, in the order of the queue, of one bot or of all. */
  waiting(bot: string | null): Promise<WaitingRow[]>;
  /** Conversations held by agents. */
  live(): Promise<{ id: string; agent: string }[]>;
  /** Mean wait before a join since a time, in milliseconds; null when nobody joined. */
  meanWait(bot: string, since: number): Promise<number | null>;
}

export interface WaitingRow {
  id: string;
  bot: string;
  department: string | null;
  waitingSince: number;
}

export interface TimerStore {
  /**
   * Takes timers that are due, in the order in which they fall due: nobody else gets them before `until`. Those
   * that are then neither rung nor put off, because their process died, are free again at that moment.
   */
  claim(now: number, until: number, limit: number): Promise<TimerRecord[]>;
  /** Keeps one that could not be rung from being taken before `until`, unless it was set anew meanwhile. */
  putOff(timer: TimerRecord, until: number): Promise<void>;
  read(conversation: string, name: string): Promise<TimerRecord | null>;
  /** The first moment after now at which one falls due. */
  nextDue(now: number): Promise<number | null>;
  remove(conversation: string, name: string): Promise<void>;
  /** How many are set, should have rung by now, and of those could not be rung so far; cheap enough for metrics. */
  backlog(now: number): Promise<{ waiting: number; overdue: number; failing: number }>;
}

export interface OutboxStore {
  add(item: OutboxRecord): Promise<void>;
  read(id: string): Promise<OutboxRecord | null>;
  /** Newest first, without the calls that flows make. */
  list(filter: {
    status: OutboxStatus | null;
    cursor: string | null;
    limit: number;
  }): Promise<{ items: OutboxRecord[]; cursor: string | null }>;
  /** Those for whom something is due that nobody has in hand (see `toReceiver`). */
  receivers(now: number): Promise<string[]>;
  /**
   * Takes what is due for one receiver, the longest due first, for one attempt each, and counts it: nobody else
   * gets it before `until`. What is then not settled, because its process died, is free again at that moment, and
   * may have arrived. `except` are ids this process has in hand, whatever the clock says.
   */
  claim(receiver: string, claim: OutboxClaim): Promise<OutboxRecord[]>;
  /** Ends an attempt; false, and nothing is changed, when it is no longer the last one. */
  settle(
    item: Pick<OutboxRecord, 'id' | 'attempts'>,
    result: { status: OutboxStatus; nextAt: number | null; error: Fault | null },
  ): Promise<boolean>;
  /** The first moment after now at which something falls due. */
  nextDue(now: number): Promise<number | null>;
  /** Sends a failed item again, as often as the first time; false when it has not failed. */
  resend(id: string, now: number): Promise<boolean>;
  /** The same for all that have failed, but for the calls that flows make; answers how many. */
  resendAll(now: number): Promise<number>;
  /** How much waits, should have left by now, and has failed for good; without the calls of flows among the last. */
  backlog(now: number): Promise<{ waiting: number; overdue: number; dead: number }>;
}

export interface OutboxClaim {
  now: number;
  until: number;
  limit: number;
  except: readonly string[];
}

export interface DeskStore {
  presence(): Promise<PresenceRecord[]>;
  setPresence(person: string, change: { status?: PresenceRecord['status']; seenAt?: number }): Promise<void>;
  notes(conversation: string): Promise<NoteRecord[]>;
  addNote(note: NoteRecord, call?: ClientCallRecord | null): Promise<Done>;
  departments(): Promise<DepartmentRecord[]>;
  /** Makes a department, or renames the one of this id. */
  putDepartment(department: DepartmentRecord): Promise<void>;
  removeDepartment(id: string): Promise<void>;
  setting(name: string): Promise<unknown>;
  /** Sets it unless it is there, and answers what is there. */
  settingOnce(name: string, value: unknown): Promise<unknown>;
  putSetting(name: string, value: unknown): Promise<void>;
  secrets(): Promise<{ name: string; sealed: string; changedAt: number }[]>;
  putSecret(secret: { name: string; sealed: string; changedAt: number }): Promise<void>;
  removeSecret(name: string): Promise<void>;
}

export interface FileStore {
  /** Of the same file added twice the first stays. */
  add(file: FileRecord, bytes: Buffer): Promise<void>;
  read(conversation: string, id: string): Promise<FileRecord | null>;
  bytes(id: string): Promise<Buffer>;
}
