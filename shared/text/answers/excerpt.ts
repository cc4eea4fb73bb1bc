const longestMessage = 2_000;

/**
 * The part of a message in which an answer is looked for: its first 2,000 characters, with full-width
 * digits, hard spaces and the like in their plain form. Keeps every search short on hostile input.
 */
export function toExcerpt(text: string): string {
  return text.slice(0, longestMessage).normalize('NFKC').slice(0, longestMessage);
}

/** A value found in an excerpt, with where it stands and how it was written there. */
export type Found<Value> = { readonly value: Value; readonly text: string; readonly index: number };
