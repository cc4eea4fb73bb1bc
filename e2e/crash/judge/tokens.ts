import type { Stored, StoredMessage, StoredWork } from './stored.ts';

/** Where each token is found among what is stored. */
export interface Tokens {
  said(token: string): StoredMessage[];
  work(token: string): StoredWork[];
  notes(token: string): number;
}

const tokenPattern = /\b[0-9a-f]{12}\b/g;

/** Looks through everything once, since there may be a hundred thousand messages. */
export function findTokens(stored: Stored): Tokens {
  const said = gather(stored.messages, ({ parts }) => parts);
  const work = gather(stored.outbox, ({ text }) => text);
  const notes = gather(stored.notes, ({ text }) => text);
  return {
    said: (token) => said.get(token) ?? [],
    work: (token) => work.get(token) ?? [],
    notes: (token) => (notes.get(token) ?? []).length,
  };
}

function gather<Item>(items: readonly Item[], toText: (item: Item) => string): Map<string, Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    for (const token of new Set(toText(item).match(tokenPattern))) {
      const list = found.get(token);
      if (list) list.push(item);
      else found.set(token, [item]);
    }
  }
  return found;
}
