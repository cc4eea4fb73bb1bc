import { movesOn } from '../../shared/interpreter/moves-on.ts';
import { step } from '../../shared/interpreter/step.ts';
import { findDifference } from '../../shared/lib/find-difference.ts';
import type { Effect } from '../../shared/schema/effect.ts';
import type { Event } from '../../shared/schema/event.ts';
import type { Facts } from '../../shared/schema/facts.ts';
import type { Handler } from '../../shared/schema/message.ts';
import { type State, toInitialState } from '../../shared/schema/state.ts';
import type { ConversationRecord, EventRecord } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import type { LiveBots } from './live-bots.ts';

/** Where a conversation is not what its log says. */
export interface ReplayDifference {
  conversation: string;
  /** The event after which it shows. */
  event: number;
  /** A JSON pointer: `/state/variables/email`, `/handler`, `/lastNumber`, `/eventCount`. */
  path: string;
  stored: unknown;
  replayed: unknown;
}

type Bots = Pick<LiveBots, 'release'>;

/**
 * Does every event of a conversation again, with the facts and the release that its log kept, and compares
 * what comes of them with what is stored; null when both are the same. It only reads, and may run beside a
 * server that goes on writing. Throws when there is no such conversation.
 */
export async function replayConversation(
  store: Store,
  bots: Bots,
  id: string,
): Promise<ReplayDifference | null> {
  const conversation = await store.conversations.read(id);
  if (!conversation) throw new Error(`There is no conversation ${id}.`);
  return replayRecord(store, bots, conversation);
}

/** The same for a conversation that was just read; null too when it was removed since. */
export async function replayRecord(
  store: Store,
  bots: Bots,
  conversation: ConversationRecord,
): Promise<ReplayDifference | null> {
  let difference: ReplayDifference | null = null;
  for (const language of await listFirstLanguages(store, bots, conversation)) {
    const found = await replayFrom(language, store, bots, conversation);
    if (found === null) return null;
    difference ??= found;
  }
  return (await store.conversations.read(conversation.id)) === null ? null : difference;
}

/** Where a conversation is in its log. */
interface Place {
  state: State;
  /** Of the last event that was done again. */
  number: number;
  /** How many messages were said, as far as the log tells. */
  said: number;
}

type Found = Omit<ReplayDifference, 'conversation'>;

const eventsAtOnce = 200;

async function replayFrom(
  language: string,
  store: Store,
  bots: Bots,
  conversation: ConversationRecord,
): Promise<ReplayDifference | null> {
  const { id, bot, channel, state, eventCount } = conversation;
  const place: Place = {
    state: toInitialState({ release: state.release, language, channel }),
    number: 0,
    said: 0,
  };
  while (place.number < eventCount) {
    const records = await store.conversations.events(id, place.number, eventsAtOnce);
    // What was written since the conversation was read is another reading's.
    for (const record of records.filter(({ number }) => number <= eventCount)) {
      const found = await takeRecord(bots, bot, place, record);
      if (found) return { conversation: id, ...found };
    }
    if (records.length < eventsAtOnce) break;
  }
  const found = compare(place, conversation) ?? (await compareTranscript(store, conversation, place.number));
  return found && { conversation: id, ...found };
}

async function takeRecord(
  bots: Bots,
  bot: string,
  place: Place,
  { number, event, facts, release }: EventRecord,
): Promise<Found | null> {
  const differ = (path: string, stored: unknown, replayed: unknown): Found => ({
    event: number,
    path,
    stored,
    replayed,
  });
  if (number !== place.number + 1) return differ('/number', number, place.number + 1);
  place.number = number;
  const { state } = place;
  if (event.type === 'patch') {
    place.state = { ...state, ...event.state };
    return null;
  }
  const moved = release !== state.release && number > 1;
  if (moved && !movesOn(state, event)) return differ('/release', release, state.release);
  const running = await bots.release(bot, release);
  if (!running) return differ('/release', release, null);
  if (!facts) return differ('/facts', null, 'the facts of the event');
  const said = place.said + (isSaid(event) ? 1 : 0);
  if (facts.lastNumber < said) return differ('/facts/lastNumber', facts.lastNumber, said);
  const after = step(running.release, state, event, facts);
  place.state = after.state;
  place.said = countSaid(facts, state.handler, after.effects);
  return null;
}

/** Whether a person said something, which stands in the transcript before the event is taken. */
function isSaid({ type }: Event): boolean {
  return type === 'message' || type === 'agent-message';
}

/** The transcript's last number after these effects; the bot is heard while nobody else is wanted or there. */
function countSaid({ lastNumber }: Facts, before: Handler, effects: readonly Effect[]): number {
  let handler = before;
  let said = lastNumber;
  for (const effect of effects) {
    if (effect.type === 'handler') handler = effect.to;
    else if (effect.type === 'say' && (effect.from === 'system' || handler === 'bot')) said += 1;
  }
  return said;
}

function compare(place: Place, conversation: ConversationRecord): Found | null {
  const { eventCount, handler, state, lastNumber, endedAt } = conversation;
  const difference = findDifference(
    { eventCount, handler, state },
    { eventCount: place.number, handler: place.state.handler, state: place.state },
  );
  if (difference) {
    const { path, wanted: stored, found: replayed } = difference;
    return { event: place.number, path, stored, replayed };
  }
  // The notice that the customer has ended the conversation is the one message that comes of no event.
  const most = place.said + (endedAt === null ? 0 : 1);
  if (lastNumber >= place.said && lastNumber <= most) return null;
  return { event: place.number, path: '/lastNumber', stored: lastNumber, replayed: place.said };
}

async function compareTranscript(
  store: Store,
  { id, lastNumber }: ConversationRecord,
  event: number,
): Promise<Found | null> {
  if (lastNumber === 0) return null;
  const [newest] = await store.conversations.messages(id, lastNumber - 1, 1);
  const replayed = newest?.number ?? null;
  return replayed === lastNumber ? null : { event, path: '/lastNumber', stored: lastNumber, replayed };
}

/** The language that a conversation began in; older logs do not tell, so it may have been any of the bot's. */
async function listFirstLanguages(
  store: Store,
  bots: Bots,
  { id, bot, state }: ConversationRecord,
): Promise<Iterable<string>> {
  const [first] = await store.conversations.events(id, 0, 1);
  if (first?.event.type === 'start' && first.event.language !== undefined) return [first.event.language];
  const running = first ? await bots.release(bot, first.release) : null;
  return new Set([state.language, ...(running?.release.settings.languages ?? [])]);
}
