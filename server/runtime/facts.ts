import { toFacts } from '../../shared/interpreter/to-facts.ts';
import type { Facts } from '../../shared/schema/facts.ts';
import type { WaitingRow } from '../store/store.ts';
import type { RuntimeDeps } from './deps.ts';
import type { Writing } from './writing.ts';

/** Looks at the world once, for one event of a turn. */
export async function readFacts(
  { clock, desk }: Pick<RuntimeDeps, 'clock' | 'desk'>,
  { conversation, contact, settings }: Writing,
): Promise<Facts> {
  const { agents, queue, waiting } = await desk.look(conversation.bot, settings);
  return toFacts({
    now: clock.now(),
    settings,
    agents,
    queue,
    position: toPosition(waiting, conversation.id),
    contact: contact.attributes,
    lastNumber: conversation.lastNumber,
  });
}

/** A conversation's place among those of its department, 1 for the next one; null when it does not wait. */
export function toPosition(waiting: readonly WaitingRow[], conversation: string): number | null {
  const own = waiting.find(({ id }) => id === conversation);
  if (!own) return null;
  return (
    waiting.filter(({ department }) => department === own.department).findIndex(({ id }) => id === own.id) + 1
  );
}
