import type { Book, BookedCall } from '../load/book.ts';
import type { Check } from '../report.ts';
import type { Stored, StoredMessage } from './stored.ts';
import type { Tokens } from './tokens.ts';

interface ToldMessage {
  id: string;
  number: number;
  from: { kind: string };
  parts: unknown;
}

/** Whether what was answered is there, once and as it was told, and whether repeats were told the same. */
export function checkTold(book: Book, stored: Stored, tokens: Tokens): Check[] {
  const messages = new Map(stored.messages.map((message) => [message.id, message]));
  const conversations = new Set(stored.conversations.map(({ id }) => id));
  const { calls, misuses } = book;
  const said = calls.filter(({ kind, told }) => (kind === 'say' || kind === 'agent-say') && told.length > 0);
  const repeated = calls.filter(({ told }) => told.length > 1);
  const opened = calls.filter(({ kind, told }) => kind === 'open' && told.length > 0);
  return [
    check('every answer is a success', calls, ({ told }) => told.find(({ status }) => status >= 300)?.status),
    check('no accepted message is lost', said, (call) => findLost(call, messages, tokens)),
    check('no opened conversation is lost', opened, ({ conversation }) =>
      conversation !== '' && !conversations.has(conversation) ? 'is not there' : undefined,
    ),
    {
      name: 'no conversation is opened twice',
      of: opened.length,
      findings:
        stored.conversations.length > calls.filter(({ kind }) => kind === 'open').length
          ? [`${stored.conversations.length} conversations for ${opened.length} calls`]
          : [],
    },
    check('no accepted message is doubled', said, ({ token, kind }) => {
      const from = kind === 'say' ? 'customer' : 'agent';
      const count = tokens.said(token).filter((message) => message.from === from).length;
      return count > 1 ? `is there ${count} times` : undefined;
    }),
    check('a repeat gets the first answer', repeated, findOtherAnswer),
    {
      name: 'the same id with another body is refused',
      of: misuses.length,
      findings: misuses.flatMap(({ id, token, told }) => [
        ...(told.status === 409 ? [] : [`${id} was answered ${told.status}`]),
        ...(tokens.said(token).length === 0 ? [] : [`${id} left the other body behind`]),
      ]),
    },
  ];
}

function check<Item extends BookedCall>(
  name: string,
  calls: readonly Item[],
  findFault: (call: Item) => string | number | undefined,
): Check {
  const findings = calls.flatMap((call) => {
    const fault = findFault(call);
    return fault === undefined ? [] : [`${call.kind} ${call.token} after kill ${call.kill}: ${fault}`];
  });
  return { name, of: calls.length, findings };
}

function findLost(
  { kind, token, told }: BookedCall,
  messages: Map<string, StoredMessage>,
  tokens: Tokens,
): string | undefined {
  const body = told.find(({ status }) => status === 200)?.body;
  if (body === undefined) return undefined;
  if (tokens.said(token).length === 0) return 'is not there';
  if (kind !== 'say') return undefined;
  for (const message of (body as { messages: ToldMessage[] }).messages) {
    const kept = messages.get(message.id);
    if (!kept) return `message ${message.number} of its answer is not there`;
    const same =
      kept.number === message.number &&
      kept.from === message.from.kind &&
      kept.parts === JSON.stringify(message.parts);
    if (!same) return `message ${message.number} of its answer is stored otherwise`;
  }
  return undefined;
}

/** An agent's answer shows the conversation as it is by then, so of those only the status is compared. */
function findOtherAnswer({ kind, told }: BookedCall): string | undefined {
  const [first, ...others] = told.map(({ status, body }) =>
    kind === 'say' || kind === 'open' ? `${status} ${JSON.stringify(body)}` : String(status),
  );
  const other = others.find((one) => one !== first);
  return other === undefined ? undefined : `first ${first?.slice(0, 200)}, then ${other.slice(0, 200)}`;
}
