import { randomUUID } from 'node:crypto';

/** A conversation that a load test writes to. */
export interface OpenConversation {
  id: string;
  token: string;
}

/** What a customer says, without the call's id. */
export type Said = { text: string } | { choice: { option: string } };

/**
 * What the customers of `handoff-procedure-en` say, again and again: what its text requests wait for, an answer to
 * its question, thanks, and in one message of eight something that it does not understand. Nobody asks the same
 * twice in a row or misses twice in a row, so the bot keeps the conversation.
 */
export const customersWords: readonly Said[] = [
  { text: 'Where is my order?' },
  { text: 'How do I return something?' },
  { text: 'When are you open?' },
  { text: 'Thank you' },
  { text: 'my delivery has not arrived yet' },
  { text: 'Could you paint the lamp green?' },
  { text: 'when will my parcel come' },
  { text: 'i want to send it back' },
  { text: 'can I speak to somebody?' },
  { choice: { option: 'no' } },
  { text: 'Are you open on Saturday?' },
  { text: 'How long do I have to return an item?' },
  { text: 'has my order been shipped already?' },
  { text: 'Is the blue sofa made of oak?' },
  { text: 'what time do you close today' },
  { text: 'thanks a lot' },
];

/** An answer needs its question before it, so nobody begins with one. */
const beginnings = customersWords.flatMap((said, position) => ('text' in said ? [position] : []));

/** Many customers, each with a conversation of their own; they begin at different places of what is said. */
export interface Customers {
  readonly count: number;
  /** The next call of one customer, a whole HTTP request with an id of its own. */
  nextRequest(customer: number): string;
}

export function createCustomers(conversations: readonly OpenConversation[]): Customers {
  const said = customersWords.map((words) => JSON.stringify(words).slice(1));
  const heads = conversations.map(toHead);
  const positions = conversations.map((_, customer) => beginnings[customer % beginnings.length] ?? 0);
  return {
    count: conversations.length,
    nextRequest: (customer) => {
      const position = positions[customer] ?? 0;
      positions[customer] = (position + 1) % said.length;
      const body = `{"id":"${randomUUID()}",${said[position]}`;
      return `${heads[customer]}${Buffer.byteLength(body)}\r\n\r\n${body}`;
    },
  };
}

/** A whole request up to the length of its body. */
function toHead({ id, token }: OpenConversation): string {
  return [
    `POST /api/chat/conversations/${id}/messages HTTP/1.1`,
    'Host: 127.0.0.1',
    `Authorization: Bearer ${token}`,
    'Content-Type: application/json',
    'Content-Length: ',
  ].join('\r\n');
}
