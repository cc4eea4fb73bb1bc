import type { InboxItem } from '../../../shared/api/inbox-conversation.ts';
import { formatValue, type Value } from '../../../shared/schema/value.ts';
import type { ConversationRecord } from '../../store/records.ts';
import type { InboxRow } from '../../store/store.ts';
import type { Names } from './names.ts';

/** A conversation as a row of the inbox. */
export function toItem({ conversation, contact, unread }: InboxRow, names: Names): InboxItem {
  const { id, channel, handler, folder, priority, last, state, waitingSince } = conversation;
  return {
    id,
    bot: names.bot(conversation.bot),
    channel,
    language: state.language,
    handler,
    folder,
    department: names.department(conversation.department),
    priority,
    contact: {
      id: contact.id,
      name: toText(contact.attributes, 'name'),
      email: toText(contact.attributes, 'email'),
    },
    agent: handler === 'bot' && !state.lent ? null : conversation.agent,
    last: last && { text: last.text, at: toInstant(last.at), from: last.from },
    unread,
    waitingSince: handler === 'queue' && waitingSince !== null ? toInstant(waitingSince) : null,
    reason: toReason(conversation),
    tags: [...state.tags],
    startedAt: toInstant(conversation.startedAt),
    number: conversation.lastNumber,
  };
}

/** Why a person is wanted, as a stable word; null where none was. */
export function toReason({ reason }: Pick<ConversationRecord, 'reason'>): string | null {
  return reason === 'text-request' ? 'asked' : reason;
}

/** A contact's value as people read it; null when it is not known. */
export function toText(attributes: Record<string, Value>, name: string): string | null {
  const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  return value === undefined ? null : formatValue(value);
}

export function toInstant(time: number): string {
  return new Date(time).toISOString();
}
