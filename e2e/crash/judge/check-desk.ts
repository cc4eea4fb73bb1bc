import { waitBegins, waitEnds } from '../crash-bot.ts';
import type { Book, CallKind } from '../load/book.ts';
import type { Check } from '../report.ts';
import type { Stored, StoredEvent } from './stored.ts';

/** Whether joins and resolves happened once each, and the bot was silent while a person had the conversation. */
export function checkDesk(book: Book, stored: Stored): Check[] {
  const events = groupByConversation(stored.events);
  return [
    countOnce('each join happens once', book, events, 'join', 'agent-joined'),
    countOnce('each resolve happens once', book, events, 'resolve', 'resolved'),
    ...checkOwner(stored),
  ];
}

/** Whether there was one owner at any time, and the bot spoke only while it was the bot. */
export function checkOwner(stored: Pick<Stored, 'messages' | 'events'>): Check[] {
  return [checkSilence(stored), checkQueueSilence(stored), checkHolders(stored)];
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
function checkSilence({ messages }: Pick<Stored, 'messages'>): Check {
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

/** After the handoff's own words the bot is silent until an agent comes or the wait is over, and then says which. */
function checkQueueSilence({ messages }: Pick<Stored, 'messages'>): Check {
  const findings: string[] = [];
  // An agent may also resolve what nobody has joined.
  const ends = [...Object.values(waitEnds), '"Settled '];
  let conversation = '';
  let waits = false;
  for (const { conversation: own, from, parts, number } of messages) {
    if (own !== conversation) waits = false;
    conversation = own;
    if (from === 'system' && parts.includes('"agent-joined"')) waits = false;
    if (from !== 'bot') continue;
    const isEnd = ends.some((text) => parts.includes(text));
    if (waits && !isEnd) findings.push(`${own}: message ${number}`);
    waits = waits ? !isEnd : parts.includes(`"${waitBegins}`);
  }
  return { name: 'the bot is silent while somebody waits', of: messages.length, findings };
}

const givesBack = ['resolved', 'returned'];
const ringsBack = ['answer', 'agent-offline', 'agent-silence'];

/** Nobody joins what another one holds. */
function checkHolders({ events }: Pick<Stored, 'events'>): Check {
  const findings: string[] = [];
  let conversation = '';
  let held = false;
  for (const event of events) {
    if (event.conversation !== conversation) held = false;
    conversation = event.conversation;
    if (event.type === 'agent-joined') {
      if (held) findings.push(`${conversation}: event ${event.number}`);
      held = true;
    }
    const ends = givesBack.includes(event.type) || (event.type === 'timer' && ringsBack.includes(event.name));
    if (ends) held = false;
  }
  return { name: 'nobody joins what somebody holds', of: events.length, findings };
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
