import type { BotSettings } from '../../shared/schema/bot-settings.ts';
import type { Event } from '../../shared/schema/event.ts';
import type { Facts } from '../../shared/schema/facts.ts';
import type { Part } from '../../shared/schema/message.ts';
import type { NodeRef } from '../../shared/schema/state.ts';
import { toMessageText } from '../store/message-text.ts';
import type {
  ContactRecord,
  ConversationRecord,
  MessageRecord,
  NoteRecord,
  ObservationRecord,
  OutboxRecord,
  PatchEvent,
} from '../store/records.ts';
import type { TurnCommit } from '../store/store.ts';
import { toFolder } from './to-folder.ts';

/** One turn's working copy: what its transaction will write. Effects add to it; nothing is done before. */
export interface Writing {
  readonly now: number;
  readonly settings: BotSettings;
  readonly newId: () => string;
  readonly publicUrl: string;
  readonly conversation: ConversationRecord;
  /** As it was when the turn began. */
  readonly before: ConversationRecord;
  /** The contact with what this turn has learnt. */
  readonly contact: ContactRecord;
  readonly contactBefore: ContactRecord;
  readonly messages: MessageRecord[];
  readonly events: TurnCommit['events'];
  readonly observations: ObservationRecord[];
  readonly setTimers: Map<string, number>;
  readonly cancelTimers: Set<string>;
  readonly outbox: OutboxRecord[];
  readonly notes: NoteRecord[];
  /** Results that are at hand already, to be taken in this same turn. */
  readonly results: Event[];
  /** Whether somebody entered or left a queue, or moved within it. */
  readonly queue: { changed: boolean };
}

type Beginning = Pick<Writing, 'now' | 'settings' | 'newId' | 'publicUrl' | 'conversation' | 'contact'>;

/** Begins a turn on copies of the conversation and its contact, their versions already the next ones. */
export function toWriting(beginning: Beginning): Writing {
  const { conversation: before, contact, now, settings, newId, publicUrl } = beginning;
  const conversation = copyConversation(before);
  conversation.version += 1;
  conversation.changedAt = now;
  return {
    now,
    settings,
    newId,
    publicUrl,
    before,
    conversation,
    contact: { ...contact, version: contact.version + 1 },
    contactBefore: contact,
    messages: [],
    events: [],
    observations: [],
    setTimers: new Map(),
    cancelTimers: new Set(),
    outbox: [],
    notes: [],
    results: [],
    queue: { changed: false },
  };
}

/** Adds the next message of the transcript. */
export function addMessage(
  writing: Writing,
  from: MessageRecord['from'],
  parts: Part[],
  source: (NodeRef & { release: number }) | null = null,
): MessageRecord {
  const { conversation, now } = writing;
  conversation.lastNumber += 1;
  const message: MessageRecord = {
    id: writing.newId(),
    conversation: conversation.id,
    number: conversation.lastNumber,
    at: now,
    from,
    parts,
    source,
    feedback: null,
  };
  writing.messages.push(message);
  const text = toMessageText(parts).slice(0, 300);
  if (text !== '' && from.kind !== 'system') conversation.last = { text, at: now, from: from.kind };
  if (from.kind === 'customer') conversation.lastCustomerNumber = message.number;
  return message;
}

/** Adds an event to the log, with the facts it was judged by. */
export function addEvent(writing: Writing, event: Event | PatchEvent, facts: Facts | null): void {
  const { conversation, now } = writing;
  conversation.eventCount += 1;
  writing.events.push({
    conversation: conversation.id,
    number: conversation.eventCount,
    at: now,
    release: conversation.state.release,
    event,
    facts,
  });
}

/** What the store writes for this turn. */
export function toCommit(
  writing: Writing,
  more: Pick<TurnCommit, 'clientCall' | 'feedback' | 'finished'>,
): TurnCommit {
  const { before, contact, contactBefore, setTimers, cancelTimers } = writing;
  const conversation = copyConversation(writing.conversation);
  conversation.folder = toFolder(conversation);
  const isLearnt = contact.version === 1 || contact.attributes !== contactBefore.attributes;
  return {
    before: before.version === 0 ? null : before,
    conversation,
    contact: isLearnt ? contact : null,
    messages: writing.messages,
    events: writing.events,
    observations: writing.observations,
    timers: {
      set: [...setTimers].map(([name, due]) => ({ name, due })),
      cancel: [...cancelTimers].filter((name) => !setTimers.has(name)),
    },
    outbox: writing.outbox,
    notes: writing.notes,
    ...more,
  };
}

/** Field by field: a spread of so many costs twenty times as much, and each message copies two. */
function copyConversation(conversation: ConversationRecord): ConversationRecord {
  return {
    id: conversation.id,
    bot: conversation.bot,
    contact: conversation.contact,
    channel: conversation.channel,
    version: conversation.version,
    state: conversation.state,
    handler: conversation.handler,
    folder: conversation.folder,
    keptFolder: conversation.keptFolder,
    department: conversation.department,
    priority: conversation.priority,
    agent: conversation.agent,
    lastNumber: conversation.lastNumber,
    lastCustomerNumber: conversation.lastCustomerNumber,
    eventCount: conversation.eventCount,
    waitingSince: conversation.waitingSince,
    waited: conversation.waited,
    joinedAt: conversation.joinedAt,
    reason: conversation.reason,
    last: conversation.last,
    startedAt: conversation.startedAt,
    changedAt: conversation.changedAt,
    endedAt: conversation.endedAt,
    page: conversation.page,
  };
}
