import type { ContactClaim, OpenAnswer } from '../../../shared/api/chat.ts';
import type { Channel } from '../../../shared/schema/fields.ts';
import { toInitialState } from '../../../shared/schema/state.ts';
import type { Value } from '../../../shared/schema/value.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import type { BotRecord, ContactRecord, ConversationRecord } from '../../store/records.ts';
import type { RuntimeDeps } from '../deps.ts';
import type { TurnAnswer } from '../happening.ts';
import { runTurn } from '../turn.ts';
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
  const claims = toClaims(opening.contact);
  const known = await findContact(deps, bot, opening.earlier);
  const id = deps.newId();
  const opened = await runTurn(deps, {
    conversation: id,
    once: opening.once && { scope: `open:${bot.id}`, ...opening.once },
    begin: async () => {
      const contact = known ?? newContact(deps, bot, claims);
      return {
        bot,
        contact,
        conversation: await newConversation(deps, bot, { id, contact: contact.id }, opening),
      };
    },
    decide: ({ conversation: { state } }) => ({
      event: { type: 'start', language: state.language },
      change: ({ contact }) => {
        if (known && opening.contact) contact.attributes = { ...contact.attributes, ...claims };
      },
    }),
  });
  if (!opened) throw new Error('A conversation could not be opened.');
  return toAnswer(deps, opened, bot);
}

function newContact(deps: RuntimeDeps, bot: BotRecord, attributes: Record<string, Value>): ContactRecord {
  return { id: deps.newId(), bot: bot.id, attributes, version: 0, createdAt: deps.clock.now() };
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
  { id, contact }: { id: string; contact: string },
  { channel, page, chooseLanguage }: Opening,
): Promise<ConversationRecord> {
  const release = bot.currentRelease ?? 0;
  const running = await deps.bots.release(bot.id, release);
  const language = chooseLanguage(running?.release.settings.languages ?? ['en']);
  const now = deps.clock.now();
  return {
    id,
    bot: bot.id,
    contact,
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

function toAnswer(
  { secrets }: RuntimeDeps,
  { conversation: { id, state }, messages, handler }: TurnAnswer,
  bot: BotRecord,
): OpenAnswer {
  return {
    conversation: { id, token: secrets.toToken(id), handler, language: state.language },
    messages: messages.map((message) => toMessage(message, bot.id)),
  };
}
