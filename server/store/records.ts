import type { FaultCode } from '../../shared/locales/en/http.ts';
import type { Event } from '../../shared/schema/event.ts';
import type { Facts } from '../../shared/schema/facts.ts';
import type { Channel, Priority } from '../../shared/schema/fields.ts';
import type { Handler, Part } from '../../shared/schema/message.ts';
import type { State } from '../../shared/schema/state.ts';
import type { Value } from '../../shared/schema/value.ts';

/** Times are milliseconds since 1970 everywhere in the store. */

/** Folders an agent may put a conversation into; every other folder follows from what happened. */
export type KeptFolder = 'spam' | 'follow-up' | 'done';
export type FolderName = 'waiting' | 'live' | 'bot' | KeptFolder;

export interface BotRecord {
  id: string;
  slug: string;
  name: string;
  active: boolean;
  origins: string[];
  currentRelease: number | null;
  releasedAt: number | null;
  draftRevision: number;
  draftChangedAt: number;
  draftAhead: boolean;
  archivedAt: number | null;
  createdAt: number;
}

export interface ReleaseRecord {
  bot: string;
  number: number;
  note: string;
  by: string;
  at: number;
}

/** A published copy as it runs: the whole bot file and the trained model, both JSON. */
export interface ReleaseContent {
  file: unknown;
  model: unknown;
}

export interface ContactRecord {
  id: string;
  bot: string;
  attributes: Record<string, Value>;
  /** Grows by one with every change. */
  version: number;
  createdAt: number;
}

/** The last thing said, for lists. */
export interface LastWord {
  text: string;
  at: number;
  from: 'customer' | 'bot' | 'agent' | 'system';
}

export interface ConversationRecord {
  id: string;
  bot: string;
  contact: string;
  channel: Channel;
  /** Grows by one with every write; a write names the version it was computed from. */
  version: number;
  state: State;
  handler: Handler;
  folder: FolderName;
  keptFolder: KeptFolder | null;
  department: string | null;
  priority: Priority;
  /** Who holds it, or whom it is offered to while it waits. */
  agent: { id: string; name: string } | null;
  lastNumber: number;
  lastCustomerNumber: number;
  /** How many events the log holds. */
  eventCount: number;
  waitingSince: number | null;
  /** How long the customer waited before the last join, and when that was. */
  waited: number | null;
  joinedAt: number | null;
  reason: string | null;
  last: LastWord | null;
  startedAt: number;
  changedAt: number;
  endedAt: number | null;
  page: Record<string, string>;
}

/** Where a message came from in the drawing. */
export interface SourceRecord {
  flow: string;
  node: string;
  release: number;
}

export interface MessageRecord {
  id: string;
  conversation: string;
  number: number;
  at: number;
  from: { kind: 'customer' | 'bot' | 'agent' | 'system'; name?: string; avatar?: string };
  parts: Part[];
  source: SourceRecord | null;
  feedback: 'up' | 'down' | null;
}

/** Changes that did not come through the interpreter, so that replay reproduces them. */
export interface PatchEvent {
  type: 'patch';
  state: Partial<Pick<State, 'tags' | 'language' | 'handoff'>>;
}

export interface EventRecord {
  conversation: string;
  /** From 1, without gaps. */
  number: number;
  at: number;
  release: number;
  event: Event | PatchEvent;
  facts: Facts | null;
}

export interface ObservationRecord {
  conversation: string;
  at: number;
  what: string;
  flow: string | null;
  node: string | null;
  data: Record<string, unknown>;
}

export interface TimerRecord {
  conversation: string;
  name: string;
  due: number;
  /** How often it could not be rung. */
  attempts: number;
}

/** What leaves the server; `http` is a call that a flow makes and waits for. */
export type OutboxKind = 'mail' | 'ticket' | 'http';
export type OutboxStatus = 'waiting' | 'done' | 'failed';

/** Why outgoing work failed, to be told in the reader's language. */
export interface Fault {
  code: FaultCode;
  values?: Record<string, string | number>;
  /** All was sent and no answer came, at this or an earlier attempt: the other side may have taken it. */
  mayHaveArrived?: true;
}

export interface OutboxRecord {
  id: string;
  kind: OutboxKind;
  status: OutboxStatus;
  conversation: string | null;
  to: string;
  subject: string;
  payload: unknown;
  /** Counted when they begin, over all times it was sent again. */
  attempts: number;
  /** How many of them were over when it was last sent again. */
  spent: number;
  /** When it is tried next, or should have been; null when it is done or given up. */
  nextAt: number | null;
  error: Fault | null;
  createdAt: number;
}

/** A customer's or an agent's call by its own id, with what it was answered. */
export interface ClientCallRecord {
  scope: string;
  id: string;
  bodyHash: string;
  answer: unknown;
  at: number;
}

export interface NoteRecord {
  id: string;
  conversation: string;
  at: number;
  by: string;
  text: string;
}

export interface PresenceRecord {
  person: string;
  status: 'online' | 'away' | 'offline';
  /** When the inbox was last seen alive; null: never. */
  seenAt: number | null;
}

export interface DepartmentRecord {
  id: string;
  name: string;
}

export interface FileRecord {
  id: string;
  conversation: string;
  name: string;
  mime: string;
  size: number;
  at: number;
}
