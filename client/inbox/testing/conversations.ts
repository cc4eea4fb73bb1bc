import type { InboxConversation, InboxItem } from '../../../shared/api/inbox-conversation.ts';
import type { Message } from '../../../shared/schema/message.ts';

export const anna = { id: 'anna', name: 'Anna de Wit' };
export const marek = { id: 'marek', name: 'Marek Nowak' };

/** A message of a conversation at eight o'clock and as many minutes as its number. */
export function toTestMessage(number: number, kind: Message['from']['kind'], text: string): Message {
  return {
    id: `m${number}`,
    number,
    at: `2026-11-21T08:${String(number).padStart(2, '0')}:00.000Z`,
    from: { kind },
    parts: [{ type: 'text', text }],
  };
}

/** A conversation that waits for a person, unless it is said otherwise. */
export function createConversation(changes: Partial<InboxConversation> = {}): InboxConversation {
  const messages = changes.messages ?? [
    toTestMessage(1, 'customer', 'Can I talk to somebody?'),
    toTestMessage(2, 'bot', 'I am passing you on.'),
  ];
  const last = messages.at(-1);
  return {
    id: 'c1',
    bot: { id: 'b1', name: 'Shop' },
    channel: 'web',
    language: 'en',
    handler: 'queue',
    folder: 'waiting',
    department: null,
    priority: 'normal',
    contact: {
      id: 'k1',
      name: 'Maria Jansen',
      email: 'maria@example.com',
      phone: null,
      attributes: {},
      conversations: [],
    },
    agent: null,
    last: last ? { text: 'I am passing you on.', at: last.at, from: last.from.kind } : null,
    unread: false,
    waitingSince: '2026-11-21T08:02:00.000Z',
    reason: 'asked',
    tags: [],
    startedAt: '2026-11-21T08:01:00.000Z',
    number: last?.number ?? 0,
    messages,
    variables: [{ name: 'order_number', label: 'Order number', value: 'AB-123456' }],
    handoff: {
      reason: 'asked',
      trigger: null,
      at: '2026-11-21T08:02:00.000Z',
      department: null,
      summary: null,
    },
    path: [],
    notes: [],
    surveys: [{ name: 'satisfaction', label: 'How did we do' }],
    flows: [],
    ratings: [],
    outcome: null,
    queue: { position: 1, waitMinutes: 5 },
    ...changes,
  };
}

/** A conversation as a row of the list. */
export function toRow(conversation: InboxConversation): InboxItem {
  const {
    messages: _m,
    variables: _v,
    handoff: _h,
    path: _p,
    notes: _n,
    surveys: _s,
    flows: _f,
    ratings: _r,
    outcome: _o,
    queue: _q,
    ...row
  } = conversation;
  const { id, name, email } = conversation.contact;
  return { ...row, contact: { id, name, email } };
}
