import type { Book, CallKind } from '../load/book.ts';
import type { Check } from '../report.ts';
import type { Stored, StoredEvent } from './stored.ts';

/** Whether joins and resolves happened once each, and the bot was silent while a person had the conversation. */
export function checkDesk(book: Book, stored: Stored): Check[] {
  const events = groupByConversation(stored.events);
  return [
    countOnce('each join happens once', book, events, 'join', 'agent-joined'),
    countOnce('each resolve happens once', book, events, 'resolve', 'resolved'),
    checkSilence(stored),
  ];
}

function countOnce(
  name: string,
  { calls }: Book,
  events: Map<string, StoredEvent[]>,
  kind: CallKind,
  type: string,
): Check {
  const wanted = new Map<string, number>();
  for (const call of calls) {
    if (call.kind === kind && call.told[0]?.status === 200)
      wanted.set(call.conversation, (wanted.get(call.conversation) ?? 0) + 1);
  }
  const findings = [...wanted].flatMap(([conversation, count]) => {
    const happened = events.get(conversation)?.filter((event) => event.type === type).length ?? 0;
    return happened === count ? [] : [`${conversation}: ${count} told, ${happened} in the log`];
  });
  return { name, of: [...wanted.values()].reduce((sum, count) => sum + count, 0), findings };
}

/**
 * No message of the bot between the message at which an agent joined and the one at which the chat was
 * ended. The places are told by the notices of the system, which are numbered like all else.
 */
export function checkSilence({ messages }: Pick<Stored, 'messages'>): Check {
  const findings: string[] = [];
  let conversation = '';
  let held = false;
  for (const message of messages) {
    if (message.conversation !== conversation) held = false;
    conversation = message.conversation;
    if (message.from === 'system') {
      if (message.parts.includes('"agent-joined"')) held = true;
      if (/"(bot-back|agent-left|agent-away|follow-up)"/.test(message.parts)) held = false;
    }
    if (held && message.from === 'bot') findings.push(`${conversation}: message ${message.number}`);
  }
  return { name: 'the bot is silent while a person answers', of: messages.length, findings };
}

function groupByConversation(events: readonly StoredEvent[]): Map<string, StoredEvent[]> {
  const groups = new Map<string, StoredEvent[]>();
  for (const event of events) {
    const group = groups.get(event.conversation);
    if (group) group.push(event);
    else groups.set(event.conversation, [event]);
  }
  return groups;
}
