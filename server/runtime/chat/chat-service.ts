import type { ChatBot, MessagesAnswer } from '../../../shared/api/chat.ts';
import { matchLanguage } from '../../http/text-language.ts';
import type { ChatService } from '../../services.ts';
import type { RuntimeDeps } from '../deps.ts';
import { load } from '../turn.ts';
import { readAsset } from './assets.ts';
import { readChatBot } from './chat-bot.ts';
import { createChatStreams } from './chat-stream.ts';
import { createChatTurns, type OwnCall, readState } from './chat-turns.ts';
import { toOwnConversation } from './customer.ts';
import { readFile, storeFile } from './files.ts';
import { openConversation } from './open-conversation.ts';
import { toMessage } from './to-message.ts';
import { sendTyping } from './typing.ts';

const mostMessages = 200;

/** What customers may do; each call's token is checked first. */
export function createChatService(deps: RuntimeDeps): ChatService {
  const own = (call: OwnCall): string => toOwnConversation(deps, call);
  const origins = createOrigins(deps);
  const streams = createChatStreams(deps);
  return {
    allowedOrigins: origins,
    chatBot: async (call): Promise<{ bot: ChatBot }> => ({
      bot: await readChatBot(deps, call.params.bot, [call.query.language, call.client.acceptLanguage]),
    }),
    chatAsset: async (call) => readAsset(deps, call.params.bot, call.params.name),
    chatOpen: async (call) => {
      const { id, language, contact, page = {} } = call.body;
      const wishes = [language, page.lang, call.client.acceptLanguage];
      return openConversation(deps, {
        bot: call.params.bot,
        channel: 'web',
        contact,
        page: toPage(page),
        earlier: call.client.token ?? null,
        once: id === undefined ? undefined : { id, body: call.body },
        chooseLanguage: (languages) => matchLanguage(wishes, languages),
      });
    },
    chatState: async (call) => ({ conversation: await readState(deps, own(call)) }),
    chatMessages: async (call) => readMessages(deps, own(call), call.query.after ?? 0),
    chatStream: async (call, sink) => {
      const { lastEventId } = sink;
      const after = lastEventId === null ? (call.query.after ?? 0) : toNumber(lastEventId);
      return streams.follow(own(call), after, sink);
    },
    chatUpload: async (call, file) => storeFile(deps, own(call), file, call.body.id),
    chatFile: async (call) => readFile(deps, own(call), call.params.file),
    chatTyping: async (call) => {
      await sendTyping(deps, own(call), 'customer');
      return undefined;
    },
    ...createChatTurns(deps, own),
  };
}

/** The number of a message as an event's id; null when it is none. */
function toNumber(id: string): number | null {
  return /^\d{1,15}$/.test(id) ? Number(id) : null;
}

/** Messages after a number, at most 200, oldest first. */
export async function readMessages(deps: RuntimeDeps, id: string, after: number): Promise<MessagesAnswer> {
  const { conversation, bot } = await load(deps, id);
  const messages = await deps.store.conversations.messages(id, after, mostMessages);
  return { handler: conversation.handler, messages: messages.map((message) => toMessage(message, bot.id)) };
}

function toPage(page: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(page).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** Asked before each customer's call, so a conversation's bot is remembered. */
function createOrigins(deps: RuntimeDeps): ChatService['allowedOrigins'] {
  const bots = new Map<string, string>();
  const most = 10_000;
  return async (of) => {
    if ('bot' in of) return (await deps.bots.find(of.bot))?.origins ?? [];
    const known = bots.get(of.conversation);
    const bot = known ?? (await deps.store.conversations.read(of.conversation))?.bot;
    if (bot === undefined) return [];
    if (known === undefined && bots.size >= most) bots.clear();
    bots.set(of.conversation, bot);
    return (await deps.bots.read(bot))?.origins ?? [];
  };
}
