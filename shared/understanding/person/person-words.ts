/**
 * How people of one language ask for a person. All entries are compared normalised; a word that ends in `*`
 * stands for every word that begins so. Lists are written as text with `|` or spaces between.
 */
export type PersonWords = {
  /** Whole requests, with `|` between. */
  readonly phrases: string;
  /** Words for a person that are a request by themselves. */
  readonly nouns: string;
  /** Words for a person that are a request only beside a word of contact: `someone`. */
  readonly weakNouns: string;
  /** Words of contact: `talk`, `connect`. */
  readonly contact: string;
  /** Whatever else may stand in a request without making it one about something else. */
  readonly filler: string;
  /** Beginnings of a request, with `|` between, that want a word for a person within the next few words. */
  readonly frames: string;
  /** What may follow that word when the sentence goes on, with `|` between: `about`, `who can`. */
  readonly tails: string;
  /** What turns a request into its opposite when it stands just before, such as `not`. */
  readonly negations: string;
  /** What is never a request, with `|` between: `are you` a human? */
  readonly vetoes: string;
};
