import type { Message } from '../../shared/schema/message.ts';

/**
 * Joins what is on screen with what was just read, by number, oldest first. Numbers have no gaps, so where
 * the two do not meet, the newer stretch alone is kept and the older is read again when it is wanted.
 */
export function mergeMessages(known: readonly Message[], read: readonly Message[]): Message[] {
  const byNumber = new Map(known.map((message) => [message.number, message]));
  for (const message of read) byNumber.set(message.number, message);
  const all = [...byNumber.values()].sort((a, b) => a.number - b.number);
  const gap = all.findLastIndex(
    (message, index) => index > 0 && all[index - 1]?.number !== message.number - 1,
  );
  return gap < 0 ? all : all.slice(gap);
}
