import type { Message } from '../../shared/schema/message.ts';
import type { ChatState } from './connection/chat-state.ts';

/** What waits to be sent, as the messages it will be; what the server has stored meanwhile is left out. */
export function toMessages({ messages, pending }: ChatState): Message[] {
  const last = messages.at(-1)?.number ?? 0;
  return pending
    .filter(({ label, after = last }) => label && !messages.some((one) => isOwn(one) && one.number > after))
    .map(({ at, body, label }, index) => ({
      id: body.id,
      number: last + 1 + index,
      at,
      from: { kind: 'customer' },
      parts: [{ type: 'text', text: label }],
    }));
}

function isOwn({ from }: Message): boolean {
  return from.kind === 'customer';
}
