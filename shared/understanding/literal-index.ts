import type { Model } from './model.ts';

/** What a phrase taken literally scores: written exactly so, or contained in the message. */
export const exactScore = 1;
const containedScore = 0.95;
const lengthBonus = 0.04;
const longPhrase = 60;

type Contained = { readonly phrase: string; readonly trigger: number };
type LiteralIndex = {
  readonly exact: ReadonlyMap<string, readonly number[]>;
  readonly containedByFirstWord: ReadonlyMap<string, readonly Contained[]>;
};

const indices = new WeakMap<Model, LiteralIndex>();

/** The triggers that have a normalised text word for word among their phrases, by their place in the model. */
export function findExact(model: Model, normal: string): readonly number[] {
  return toLiteralIndex(model).exact.get(normal) ?? [];
}

/** The triggers by `contains` of which a phrase stands in a normalised text as whole words; longer ones score more. */
export function findContained(model: Model, normal: string): Map<number, number> {
  const { containedByFirstWord } = toLiteralIndex(model);
  const scores = new Map<number, number>();
  if (containedByFirstWord.size === 0) return scores;
  const padded = ` ${normal} `;
  for (const word of new Set(normal.split(' '))) {
    for (const { phrase, trigger } of containedByFirstWord.get(word) ?? []) {
      if (!padded.includes(` ${phrase} `)) continue;
      const score = containedScore + lengthBonus * Math.min(1, phrase.length / longPhrase);
      scores.set(trigger, Math.max(score, scores.get(trigger) ?? 0));
    }
  }
  return scores;
}

function toLiteralIndex(model: Model): LiteralIndex {
  const known = indices.get(model);
  if (known !== undefined) return known;
  const exact = new Map<string, number[]>();
  const containedByFirstWord = new Map<string, Contained[]>();
  for (const [trigger, { phrases, match }] of model.triggers.entries()) {
    for (const phrase of phrases) {
      append(exact, phrase, trigger);
      if (match === 'contains') append(containedByFirstWord, phrase.split(' ')[0] ?? '', { phrase, trigger });
    }
  }
  const index = { exact, containedByFirstWord };
  indices.set(model, index);
  return index;
}

function append<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
