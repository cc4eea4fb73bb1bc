import { useSyncExternalStore } from 'react';

/** How long one hint counts as typing, in milliseconds; customers' pages repeat it while they type. */
const typingMs = 5_000;

const timers = new Map<string, ReturnType<typeof setTimeout>>();
const listeners = new Set<() => void>();

/** The customer of this conversation types now. */
export function noteTyping(conversation: string): void {
  clearTimeout(timers.get(conversation));
  timers.set(
    conversation,
    setTimeout(() => endTyping(conversation), typingMs),
  );
  tell();
}

/** What was typed has come, or nothing more is typed. */
export function endTyping(conversation: string): void {
  clearTimeout(timers.get(conversation));
  if (timers.delete(conversation)) tell();
}

/** Whether the customer of this conversation is typing. */
export function useTyping(conversation: string): boolean {
  return useSyncExternalStore(subscribe, () => timers.has(conversation));
}

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
