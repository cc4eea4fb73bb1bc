import { createStore } from 'zustand/vanilla';
import type { Message } from '../../shared/schema/message.ts';
import { readBrowserItem, writeBrowserItem } from '../ui/browser-store.ts';
import { toPlainText } from './plain-text.ts';

/** A message on its way to the customer, or one that did not get there. */
export interface Outgoing {
  /** The client's own id of the call, so that a repeat is no second message. */
  readonly id: string;
  readonly conversation: string;
  /** The text, or the name of the file. */
  readonly text: string;
  /** The id of an uploaded file. */
  readonly file?: string;
  /** When it was written, ISO 8601. */
  readonly at: string;
  /** The number of the last message when it was written. */
  readonly after: number;
  /** Why it did not get there; null while it is under way. */
  readonly failure: string | null;
}

interface OutgoingState {
  /** What was typed and not sent, by conversation. */
  readonly drafts: Readonly<Record<string, string>>;
  readonly messages: readonly Outgoing[];
}

/** Shown beside a message that was under way when the page closed. */
export const interrupted = 'interrupted';

/** Drafts and unsent messages of one person; this browser keeps them until they are sent or thrown away. */
export const outgoingStore = createStore<OutgoingState>(() => ({ drafts: {}, messages: [] }));
let storeKey: string | null = null;
outgoingStore.subscribe((state) => {
  if (storeKey !== null) writeBrowserItem(storeKey, JSON.stringify(state));
});

/** Brings back what this person has written; another person at the same browser never sees it. */
export function openOutgoing(person: string): void {
  const wanted = `baton.outgoing.${person}`;
  if (storeKey === wanted) return;
  storeKey = wanted;
  outgoingStore.setState(restore(readBrowserItem(wanted)), true);
}

/** Keeps what is typed for a conversation; nothing typed keeps nothing. */
export function keepDraft(conversation: string, text: string): void {
  outgoingStore.setState(({ drafts: { [conversation]: _, ...others } }) => ({
    drafts: text === '' ? others : { ...others, [conversation]: text },
  }));
}

/** Puts a message on its way, or, when it is known, on its way again. */
export function putOutgoing(message: Omit<Outgoing, 'failure'>): void {
  outgoingStore.setState(({ messages }) => ({
    messages: messages.some(({ id }) => id === message.id)
      ? messages.map((other) => (other.id === message.id ? { ...message, failure: null } : other))
      : [...messages, { ...message, failure: null }],
  }));
}

/** Marks a message as not sent, with the reason; it stays, to be sent again. */
export function failOutgoing(id: string, failure: string): void {
  outgoingStore.setState(({ messages }) => ({
    messages: messages.map((message) => (message.id === id ? { ...message, failure } : message)),
  }));
}

/** It arrived, or was thrown away. */
export function dropOutgoing(id: string): void {
  outgoingStore.setState(({ messages }) => ({ messages: messages.filter((message) => message.id !== id) }));
}

/** Whether a message that was under way arrived is not known after a reload; sending it again tells. */
export function restore(stored: string | null): OutgoingState {
  try {
    const { drafts, messages } = JSON.parse(stored ?? '') as OutgoingState;
    return {
      drafts: { ...drafts },
      messages: messages.map((message) => ({ ...message, failure: message.failure ?? interrupted })),
    };
  } catch {
    return { drafts: {}, messages: [] };
  }
}

/**
 * What of `outgoing` is to be shown below `messages`. A message whose answer is still under way may have
 * come back by the stream already; it is told by its text, since the server gives ids of its own.
 */
export function toShown(outgoing: readonly Outgoing[], messages: readonly Message[]): Outgoing[] {
  const claimed = new Set<number>();
  return outgoing.filter(({ failure, after, text }) => {
    if (failure !== null) return true;
    const arrived = messages.find(
      ({ number, from, parts }) =>
        number > after && from.kind === 'agent' && !claimed.has(number) && toPlainText(parts) === text,
    );
    if (arrived) claimed.add(arrived.number);
    return !arrived;
  });
}
