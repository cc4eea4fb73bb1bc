import type { ConversationRecord, FolderName } from '../store/records.ts';

/** The one folder in which a conversation lies. */
export function toFolder({ handler, keptFolder, state }: ConversationRecord): FolderName {
  if (keptFolder === 'spam') return 'spam';
  if (handler === 'queue') return 'waiting';
  // A bot that speaks for an agent leaves the conversation with that agent.
  if (handler === 'agent' || state.lent) return 'live';
  return keptFolder ?? 'bot';
}
