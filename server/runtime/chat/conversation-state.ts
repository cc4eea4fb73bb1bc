import type { ConversationState } from '../../../shared/api/chat.ts';
import type { Speaker } from '../../../shared/api/fields.ts';
import type { ConversationRecord } from '../../store/records.ts';
import type { RuntimeDeps } from '../deps.ts';
import { readWaitMinutes } from '../desk.ts';
import { toPosition } from '../facts.ts';
import type { Loaded } from '../happening.ts';

/** After so long without a word, a returning customer on the web begins a new conversation. */
const idleMs = 24 * 60 * 60_000;

/** What a widget needs to know on return, beside the messages. */
export async function readConversationState(deps: RuntimeDeps, loaded: Loaded): Promise<ConversationState> {
  const { conversation } = loaded;
  const { id, handler, state, lastNumber } = conversation;
  const feedback = await deps.store.conversations.feedback(id);
  return {
    id,
    handler,
    language: state.language,
    agent: toAgent(conversation),
    queue: await readQueue(deps, loaded),
    lastNumber,
    ended: isEnded(conversation, deps.clock.now()),
    feedback: Object.fromEntries(feedback.map(({ message, value }) => [message, value])),
  };
}

/** The agent who has the conversation, as the customer sees one. */
export function toAgent({ handler, state }: ConversationRecord): Speaker | null {
  if (handler !== 'agent' || !state.agent) return null;
  const { name, avatar } = state.agent;
  return { name, ...(avatar !== undefined && { avatar }) };
}

/** The place in the queue and the expected wait; null when it does not wait. */
export async function readQueue(
  deps: RuntimeDeps,
  { conversation, bot }: Pick<Loaded, 'conversation' | 'bot'>,
): Promise<{ position: number; waitMinutes: number | null } | null> {
  if (conversation.handler !== 'queue') return null;
  const position = toPosition(await deps.store.inbox.waiting(bot.id), conversation.id);
  if (position === null) return null;
  const settings = await deps.bots.settings(bot, await deps.bots.release(bot.id, conversation.state.release));
  return { position, waitMinutes: await readWaitMinutes(deps, bot.id, settings) };
}

function isEnded({ endedAt, channel, handler, changedAt }: ConversationRecord, now: number): boolean {
  return endedAt !== null || (channel === 'web' && handler === 'bot' && now - changedAt > idleMs);
}
