import type { ChatBot, ConversationState, MessagesAnswer } from '../../../shared/api/chat.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import type { TextLanguage } from '../../http/text-language.ts';
import { fill, texts } from '../../http/texts.ts';
import type { ChatService, Customer } from '../../services.ts';
import type { RuntimeDeps } from '../deps.ts';
import { load, runTurn, type TurnAnswer, type TurnRequest } from '../turn.ts';
import { readAsset } from './assets.ts';
import { readChatBot } from './chat-bot.ts';
import { followConversation } from './chat-stream.ts';
import { chooseLanguage, findLanguage } from './choose-language.ts';
import { readConversationState } from './conversation-state.ts';
import { toOwnConversation } from './customer.ts';
import { readFile, storeFile } from './files.ts';
import { openConversation } from './open-conversation.ts';
import { toHappening } from './to-happening.ts';
import { toMessage } from './to-message.ts';
import { sendTyping } from './typing.ts';

type OwnCall = { caller: Customer; params: { id: string } };

const mostMessages = 200;

/** What customers may do; each call's token is checked first. */
export function createChatService(deps: RuntimeDeps): ChatService {
  const own = (call: OwnCall): string => toOwnConversation(deps, call);
  const origins = createOrigins(deps);
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
        chooseLanguage: (languages) => chooseLanguage(languages, wishes),
      });
    },
    chatState: async (call) => ({ conversation: await readState(deps, own(call)) }),
    chatSend: async (call) => {
      const { body } = call;
      return takeTurn(deps, {
        conversation: own(call),
        once: { id: body.id, body },
        decide: ({ conversation }) => {
          if (conversation.endedAt !== null) throw new HttpProblem(409, 'conversation-ended');
          return toHappening(deps.store, conversation.id, body);
        },
      });
    },
    chatMessages: async (call) => readMessages(deps, own(call), call.query.after ?? 0),
    chatStream: async (call, sink) => {
      const seen = Number(sink.lastEventId ?? Number.NaN);
      const after = Number.isSafeInteger(seen) && seen >= 0 ? seen : (call.query.after ?? 0);
      return followConversation(deps, own(call), after, sink);
    },
    chatUpload: async (call, file) => storeFile(deps, own(call), file, call.body.id),
    chatFile: async (call) => readFile(deps, own(call), call.params.file),
    chatTyping: async (call) => {
      await sendTyping(deps, own(call), 'customer');
      return undefined;
    },
    chatCancel: async (call) =>
      takeTurn(deps, {
        conversation: own(call),
        once: toOnce(call.body),
        decide: ({ conversation }) =>
          conversation.handler === 'queue' ? { event: { type: 'cancelled' } } : null,
      }),
    chatEnd: async (call) =>
      takeTurn(deps, { conversation: own(call), once: toOnce(call.body), decide: end }),
    chatLanguage: async (call) => {
      const conversation = own(call);
      await runTurn(deps, {
        conversation,
        once: toOnce(call.body),
        decide: async (loaded) => ({
          patch: { language: await requireLanguage(deps, loaded, call.body.language, call.client.language) },
        }),
      });
      return { conversation: await readState(deps, conversation) };
    },
  };
}

/** Ending leaves the queue; an agent who has the conversation keeps it, to close it in peace. */
const end: TurnRequest['decide'] = ({ conversation }) => {
  if (conversation.endedAt !== null) return null;
  return {
    ...(conversation.handler === 'queue' && { event: { type: 'cancelled' } }),
    change: (writing) => {
      writing.conversation.endedAt = writing.now;
      if (conversation.handler !== 'agent') writing.conversation.keptFolder ??= 'done';
    },
  };
};

async function takeTurn(deps: RuntimeDeps, request: TurnRequest): Promise<MessagesAnswer> {
  const answer = await runTurn(deps, request);
  return answer
    ? toMessagesAnswer(answer)
    : { messages: [], handler: (await load(deps, request.conversation)).conversation.handler };
}

function toMessagesAnswer({ conversation, messages, handler }: TurnAnswer): MessagesAnswer {
  return { handler, messages: messages.map((message) => toMessage(message, conversation.bot)) };
}

/** Messages after a number, at most 200, oldest first. */
export async function readMessages(deps: RuntimeDeps, id: string, after: number): Promise<MessagesAnswer> {
  const { conversation, bot } = await load(deps, id);
  const messages = await deps.store.conversations.messages(id, after, mostMessages);
  return { handler: conversation.handler, messages: messages.map((message) => toMessage(message, bot.id)) };
}

async function readState(deps: RuntimeDeps, id: string): Promise<ConversationState> {
  return readConversationState(deps, await load(deps, id));
}

function toOnce(body: { id?: string | undefined }): TurnRequest['once'] {
  return body.id === undefined ? undefined : { id: body.id, body };
}

function toPage(page: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(page).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

async function requireLanguage(
  deps: RuntimeDeps,
  { bot, conversation }: Awaited<ReturnType<typeof load>>,
  wanted: string,
  reader: TextLanguage,
): Promise<string> {
  const running = await deps.bots.release(bot.id, conversation.state.release);
  const languages = running?.release.settings.languages ?? [];
  const language = findLanguage(languages, wanted);
  if (language !== undefined) return language;
  const message = fill(texts[reader].issues['one-of-values'], { values: languages.join(', ') });
  throw new HttpProblem(400, 'bad-input', {
    with: { errors: [{ path: 'body.language', code: 'one-of-values', message }] },
  });
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
