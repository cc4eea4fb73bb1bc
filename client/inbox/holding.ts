import type { InboxConversation } from '../../shared/api/inbox-conversation.ts';

/**
 * How a conversation is held, seen by one agent: `mine` (write), `lent` (the bot runs a part of it for me;
 * writing ends that), `theirs` (another agent's, or lent by one), `waiting` and `bot` (join first).
 */
export type Holding = 'mine' | 'lent' | 'theirs' | 'waiting' | 'bot';

/** Who has the conversation, seen by the agent `me`. */
export function toHolding(conversation: Pick<InboxConversation, 'handler' | 'agent'>, me: string): Holding {
  const { handler, agent } = conversation;
  if (handler === 'queue') return 'waiting';
  if (handler === 'agent') return agent?.id === me ? 'mine' : 'theirs';
  if (agent === null) return 'bot';
  return agent.id === me ? 'lent' : 'theirs';
}
