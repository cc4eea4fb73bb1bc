import type { MessageRecord } from '../../store/records.ts';
import { addMessage, type Writing } from '../writing.ts';
import type { Perform } from './effect.ts';

/**
 * Stores what the bot says, while it may speak: neither in the queue nor while an agent has the conversation.
 * A handoff's own words come before it changes the handler.
 */
export const performSay: Perform<'say'> = (effect, writing) => {
  const { handler, state } = writing.conversation;
  if (effect.from === 'bot' && handler !== 'bot') return;
  const source = effect.source && { ...effect.source, release: state.release };
  addMessage(writing, effect.from === 'system' ? { kind: 'system' } : toBot(writing), effect.parts, source);
};

function toBot({ settings }: Writing): MessageRecord['from'] {
  const { name, avatar } = settings.persona;
  return { kind: 'bot', name: name ?? settings.name, ...(avatar !== undefined && { avatar }) };
}
