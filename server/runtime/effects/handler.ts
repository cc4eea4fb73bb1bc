import type { HandlerReason } from '../../../shared/schema/effect.ts';
import type { Writing } from '../writing.ts';
import type { Perform } from './effect.ts';

/** What comes back to the queue keeps its old place there. */
const keepsPlace: readonly HandlerReason[] = ['unanswered', 'agent-offline', 'returned'];

/** Gives the conversation to another owner; everything that follows in the turn is the new owner's. */
export const performHandler: Perform<'handler'> = (effect, writing) => {
  const { conversation } = writing;
  const before = conversation.handler;
  if (before !== effect.to && (before === 'queue' || effect.to === 'queue')) writing.queue.changed = true;
  conversation.handler = effect.to;
  conversation.department = effect.department;
  conversation.priority = effect.priority;
  if (effect.to === 'queue') enterQueue(writing, effect.reason);
  if (effect.to === 'agent' && effect.agent)
    join(writing, before, { id: effect.agent.id, name: effect.agent.name });
  if (effect.reason === 'resolved' || effect.reason === 'agent-silent') conversation.keptFolder = 'done';
  if (effect.folder) conversation.keptFolder = effect.folder;
};

function enterQueue({ conversation, now }: Writing, reason: HandlerReason): void {
  if (!keepsPlace.includes(reason) || conversation.waitingSince === null) conversation.waitingSince = now;
  conversation.reason = conversation.state.handoff?.cause?.type ?? reason;
  conversation.keptFolder = null;
  // After a resolve the agent who knows the case is offered it first; else it is anybody's.
  if (reason !== 'reopened') conversation.agent = null;
}

function join({ conversation, now }: Writing, before: string, agent: { id: string; name: string }): void {
  if (before === 'queue' && conversation.waitingSince !== null) {
    conversation.waited = now - conversation.waitingSince;
    conversation.joinedAt = now;
  }
  conversation.agent = agent;
  conversation.keptFolder = null;
}
