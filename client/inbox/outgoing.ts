import { createStore } from 'zustand/vanilla';
import { readBrowserItem, writeBrowserItem } from '../ui/browser-store.ts';

/** A message on its way to the customer, or one that did not get there. */
export interface Outgoing {
  /** Also the message's id on the server, so that a repeat is no second message. */
  readonly id: string;
  readonly conversation: string;
  /** The text, or the name of the file. */
  readonly text: string;
  /** The id of an uploaded file. */
  readonly file?: string;
  /** When it was written, ISO 8601. */
  readonly at: string;
  /** Why it did not get there; null while it is under way. */
  readonly failure: string | null;
}

interface OutgoingState {
  /** What was typed and not sent, by conversation. */
  readonly drafts: Readonly<Record<string, string>>;
  readonly messages: readonly Outgoing[];
}

const storeKey = 'baton.outgoing';
/** Shown beside a message that was under way when the page closed. */
export const interrupted = 'interrupted';

/** Drafts and unsent messages; this browser keeps them until they are sent or thrown away. */
export const outgoingStore = createStore<OutgoingState>(() => restore(readBrowserItem(storeKey)));
outgoingStore.subscribe((state) => writeBrowserItem(storeKey, JSON.stringify(state)));

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
