import type { ContactClaim, OpenAnswer } from '../../../shared/api/chat.ts';
import type { Channel } from '../../../shared/schema/fields.ts';
import { toInitialState } from '../../../shared/schema/state.ts';
import type { Value } from '../../../shared/schema/value.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import type { BotRecord, ContactRecord, ConversationRecord, MessageRecord } from '../../store/records.ts';
import { computeTurn, type Happening } from '../compute-turn.ts';
import type { RuntimeDeps } from '../deps.ts';
import { sendSignals } from '../send-signals.ts';
import { findCall, load, readAnswered, toCallRecord } from '../turn.ts';
import { toCommit } from '../writing.ts';
import { toMessage } from './to-message.ts';

export interface Opening {
  /** Slug or id. */
  bot: string;
  channel: Channel;
  contact: ContactClaim | undefined;
  page: Record<string, string>;
  /** The key to this customer's last conversation with the bot, whose contact it goes on with. */
  earlier: string | null;
  /** The call's own id and body, where it carries one. */
  once: { id: string; body: unknown } | undefined;
  chooseLanguage(languages: readonly string[]): string;
}

/** Begins a conversation; the bot's greeting is in the answer. 503 when the bot is off or has no release. */
export async function openConversation(deps: RuntimeDeps, opening: Opening): Promise<OpenAnswer> {
  const bot = await deps.bots.find(opening.bot);
  if (!bot) throw new HttpProblem(404, 'no-bot');
  if (!bot.active || bot.currentRelease === null) throw new HttpProblem(503, 'bot-off');
  const scope = `open:${bot.id}`;
  const key = opening.once ? `${scope}/${opening.once.id}` : deps.newId();
  return deps.serial.run(key, async () => {
    // A conflict means that another process took the same call just now; its answer is there to be found.
    for (let race = 0; race < 2; race += 1) {
      const call = opening.once ? await findCall(deps, scope, opening.once) : null;
      if (call)
        return answerAgain(deps, call.answer as { conversation: string; first: number; count: number });
      const opened = await open(deps, bot, scope, opening);
      if (opened) return opened;
    }
    throw new Error('A conversation could not be opened.');
  });
}

async function open(
  deps: RuntimeDeps,
  bot: BotRecord,
  scope: string,
  opening: Opening,
): Promise<OpenAnswer | null> {
  const claims = toClaims(opening.contact);
  const known = await findContact(deps, bot, opening.earlier);
  const contact: ContactRecord = known
    ? { ...known, attributes: { ...known.attributes, ...claims } }
    : { id: deps.newId(), bot: bot.id, attributes: claims, createdAt: deps.clock.now() };
  const conversation = await newConversation(deps, bot, contact, opening);
  const happening: Happening = {
    event: { type: 'start' },
    change: (writing) => {
      if (known) Object.assign(writing.remember, claims);
    },
  };
  const writing = await computeTurn(deps, { bot, contact, conversation }, happening);
  const commit = toCommit(writing, {
    ...(!known && { newContact: contact }),
    clientCall: opening.once ? toCallRecord(deps, scope, opening.once, writing) : null,
    feedback: null,
    finished: null,
  });
  if ((await deps.store.conversations.commit(commit)) === 'conflict') return null;
  sendSignals(deps, writing, commit);
  return toAnswer(deps, commit.conversation, commit.messages, bot);
}

/** What the page says of the customer, as values of the contact. */
function toClaims(claim: ContactClaim | undefined): Record<string, Value> {
  const { attributes = {}, ...named } = claim ?? {};
  const own = Object.entries(named).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...attributes, ...Object.fromEntries(own) };
}

/** The contact of this browser's last conversation with the bot; null where the key opens none. */
async function findContact(
  { secrets, store }: RuntimeDeps,
  bot: BotRecord,
  earlier: string | null,
): Promise<ContactRecord | null> {
  const id = earlier === null ? null : secrets.readToken(earlier);
  const conversation = id === null ? null : await store.conversations.read(id);
  return conversation?.bot === bot.id ? store.conversations.readContact(conversation.contact) : null;
}

async function newConversation(
  deps: RuntimeDeps,
  bot: BotRecord,
  contact: ContactRecord,
  { channel, page, chooseLanguage }: Opening,
): Promise<ConversationRecord> {
  const release = bot.currentRelease ?? 0;
  const running = await deps.bots.release(bot.id, release);
  const language = chooseLanguage(running?.release.settings.languages ?? ['en']);
  const now = deps.clock.now();
  return {
    id: deps.newId(),
    bot: bot.id,
    contact: contact.id,
    channel,
    version: 0,
    state: toInitialState({ release, language, channel }),
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
    startedAt: now,
    changedAt: now,
    endedAt: null,
    page,
  };
}

async function answerAgain(
  deps: RuntimeDeps,
  kept: { conversation: string; first: number; count: number },
): Promise<OpenAnswer> {
  const { conversation, bot } = await load(deps, kept.conversation);
  return toAnswer(deps, conversation, await readAnswered(deps, conversation.id, kept.first, kept.count), bot);
}

function toAnswer(
  { secrets }: RuntimeDeps,
  { id, handler, state }: ConversationRecord,
  messages: MessageRecord[],
  bot: BotRecord,
): OpenAnswer {
  return {
    conversation: { id, token: secrets.toToken(id), handler, language: state.language },
    messages: messages.map((message) => toMessage(message, bot.id)),
  };
}
