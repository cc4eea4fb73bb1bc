import type { ConversationState, MessagesAnswer } from '../../../shared/api/chat.ts';
import { toStock } from '../../../shared/locales/stock.ts';
import type { Part } from '../../../shared/schema/message.ts';
import { findLanguage } from '../../../shared/text/localised.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import type { TextLanguage } from '../../http/text-language.ts';
import { fill, texts } from '../../http/texts.ts';
import type { ChatService, Customer } from '../../services.ts';
import type { ConversationRecord } from '../../store/records.ts';
import type { RuntimeDeps } from '../deps.ts';
import type { Loaded, TurnAnswer } from '../happening.ts';
import { load, runTurn, type TurnRequest } from '../turn.ts';
import { addMessage } from '../writing.ts';
import { readConversationState } from './conversation-state.ts';
import { toHappening } from './to-happening.ts';
import { toMessage } from './to-message.ts';

export type OwnCall = { caller: Customer; params: { id: string } };
type Turns = 'chatSend' | 'chatCancel' | 'chatEnd' | 'chatLanguage';

/** The calls of a customer that are a turn of the conversation; `own` checks the token. */
export function createChatTurns(deps: RuntimeDeps, own: (call: OwnCall) => string): Pick<ChatService, Turns> {
  return {
    chatSend: async (call) => {
      const { body } = call;
      return takeTurn(deps, {
        conversation: own(call),
        once: toOnce(call),
        decide: ({ conversation }) => {
          if (conversation.endedAt !== null) throw new HttpProblem(409, 'conversation-ended');
          return toHappening(deps.store, conversation.id, body);
        },
      });
    },
    chatCancel: async (call) =>
      takeTurn(deps, {
        conversation: own(call),
        once: toOnce(call),
        decide: ({ conversation }) =>
          conversation.handler === 'queue' ? { event: { type: 'cancelled' } } : null,
      }),
    chatEnd: async (call) => takeTurn(deps, { conversation: own(call), once: toOnce(call), decide: end }),
    chatLanguage: async (call) => {
      const conversation = own(call);
      await runTurn(deps, {
        conversation,
        once: toOnce(call),
        decide: async (loaded) => ({
          patch: { language: await requireLanguage(deps, loaded, call.body.language, call.client.language) },
        }),
      });
      return { conversation: await readState(deps, conversation) };
    },
  };
}

/** Ending leaves the queue; an agent who has the conversation is told, and keeps it to close it in peace. */
const end: TurnRequest['decide'] = ({ conversation }) => {
  if (conversation.endedAt !== null) return null;
  return {
    ...(conversation.handler === 'queue' && { event: { type: 'cancelled' } }),
    change: (writing) => {
      writing.conversation.endedAt = writing.now;
      if (isHeld(conversation))
        addMessage(writing, { kind: 'system' }, [toEndNotice(conversation.state.language)]);
      else writing.conversation.keptFolder ??= 'done';
    },
  };
};

/** An agent who has lent it to the bot has it still. */
function isHeld({ handler, state }: ConversationRecord): boolean {
  return handler === 'agent' || state.lent;
}

function toEndNotice(language: string): Part {
  return { type: 'notice', code: 'customer-ended', text: toStock(language)['customer-ended'] };
}

async function takeTurn(deps: RuntimeDeps, request: TurnRequest): Promise<MessagesAnswer> {
  const answer = await runTurn(deps, request);
  return answer
    ? toMessagesAnswer(answer)
    : { messages: [], handler: (await load(deps, request.conversation)).conversation.handler };
}

function toMessagesAnswer({ conversation, messages, handler }: TurnAnswer): MessagesAnswer {
  return { handler, messages: messages.map((message) => toMessage(message, conversation.bot)) };
}

/** Ids are the customer's own, so each conversation has a scope to itself. */
function toOnce({ params, body }: OwnCall & { body: { id?: string | undefined } }): TurnRequest['once'] {
  return body.id === undefined ? undefined : { scope: params.id, id: body.id, body };
}

/** What a widget needs to know of a conversation, beside its messages. */
export async function readState(deps: RuntimeDeps, id: string): Promise<ConversationState> {
  return readConversationState(deps, await load(deps, id));
}

async function requireLanguage(
  deps: RuntimeDeps,
  { bot, conversation }: Loaded,
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
