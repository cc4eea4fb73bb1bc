import { toInitialState } from '../../../shared/schema/state.ts';
import type { ContactRecord, ConversationRecord, MessageRecord } from '../records.ts';
import type { TurnCommit } from '../store.ts';

/** A conversation's first version, ready to be committed. */
export function newConversation(change: Partial<ConversationRecord> = {}): ConversationRecord {
  return {
    id: 'c1',
    bot: 'b1',
    contact: 'p1',
    channel: 'web',
    version: 1,
    state: toInitialState({ release: 1, language: 'en', channel: 'web' }),
    handler: 'bot',
    folder: 'bot',
    keptFolder: null,
    department: null,
    priority: 'normal',
    agent: null,
    lastNumber: 0,
    lastCustomerNumber: 0,
    eventCount: 0,
    waitingSince: null,
    waited: null,
    joinedAt: null,
    reason: null,
    last: null,
    startedAt: 1000,
    changedAt: 1000,
    endedAt: null,
    page: {},
    ...change,
  };
}

/** A turn that writes only this conversation, and what `change` adds. */
export function newTurn(conversation: ConversationRecord, change: Partial<TurnCommit> = {}): TurnCommit {
  return {
    // Whatever it was before, all of it is written.
    before:
      conversation.version === 1
        ? null
        : { ...conversation, version: conversation.version - 1, reason: 'another', endedAt: -1 },
    conversation,
    contact: newContact(conversation),
    messages: [],
    events: [],
    observations: [],
    timers: { set: [], cancel: [] },
    outbox: [],
    notes: [],
    clientCall: null,
    feedback: null,
    finished: null,
    ...change,
  };
}

/** A contact's first version. */
export function newContact(
  { contact, bot }: Pick<ConversationRecord, 'contact' | 'bot'>,
  attributes: ContactRecord['attributes'] = {},
): ContactRecord {
  return { id: contact, bot, attributes, version: 1, createdAt: 1000 };
}

export function newMessage(number: number, text: string, conversation = 'c1'): MessageRecord {
  return {
    id: `${conversation}-m${number}`,
    conversation,
    number,
    at: 1000 + number,
    from: { kind: 'customer' },
    parts: [{ type: 'text', text }],
    source: null,
    feedback: null,
  };
}
