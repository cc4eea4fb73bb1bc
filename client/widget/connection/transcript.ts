import type { Message } from '../../../shared/schema/message.ts';

/**
 * Adds what came in, each message once and in the order of its number. What lies behind a gap is left
 * out and `gap` says so: the caller reads from the last number on and gets it again.
 */
export function mergeMessages(
  known: readonly Message[],
  incoming: readonly Message[],
): { messages: readonly Message[]; gap: boolean } {
  const messages = [...known];
  let last = toLastNumber(known);
  let gap = false;
  for (const message of [...incoming].sort((a, b) => a.number - b.number)) {
    if (message.number <= last) continue;
    if (message.number > last + 1) {
      gap = true;
      break;
    }
    messages.push(message);
    last = message.number;
  }
  return { messages: messages.length === known.length ? known : messages, gap };
}

/** The number to resume from: of the newest message, 0 without any. */
export function toLastNumber(messages: readonly Message[]): number {
  return messages.at(-1)?.number ?? 0;
}
