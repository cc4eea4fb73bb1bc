import { memoise } from '../lib/memoise.ts';
import type { Model } from './model.ts';
import { stopWords } from './stop-words.ts';
import { createWordFinder, type SimilarWord } from './word-similarity.ts';

/** The share of its weight that a word of little meaning keeps. */
const stopWordShare = 0.3;
/** A word that no phrase knows counts less than a rare one: it may be mere decoration. */
const unknownShare = 0.8;
/** From here on an unknown word passes for the known one that it looks like. */
const sameWord = 0.6;
const mostWords = 60;
/** Customers of one bot use the same few words over and over; what else they make up must not fill the memory. */
const mostKnownWords = 2_000;

export type WeightedWord = {
  readonly weight: number;
  readonly content: boolean;
  readonly similar: readonly SimilarWord[];
};

/** A message or phrase as weighted words; `length` is the Euclidean norm of the weights. */
export type WeightedText = {
  readonly words: readonly WeightedWord[];
  readonly pairs: readonly string[];
  readonly length: number;
  readonly content: number;
};

/** A phrase by meaning: its trigger's place in the model, and its words' places in the vocabulary. */
export type IndexedPhrase = {
  readonly trigger: number;
  readonly words: readonly number[];
  readonly pairCount: number;
  readonly length: number;
  readonly content: number;
};

/** The lookup tables of a model's phrases by meaning. */
export type PhraseIndex = {
  readonly phrases: readonly IndexedPhrase[];
  readonly weights: Float64Array;
  readonly isContent: Uint8Array;
  /** A word of a message in the terms of the index. */
  readonly weighWord: (word: string) => WeightedWord;
  readonly phrasesOfWord: readonly (readonly number[])[];
  readonly triggersOfWord: readonly (readonly number[])[];
  readonly phrasesOfPair: ReadonlyMap<string, readonly number[]>;
  readonly triggerCount: number;
};

const indices = new WeakMap<Model, PhraseIndex>();

/** The index of a model, worked out once and kept as long as the model is. */
export function toPhraseIndex(model: Model): PhraseIndex {
  const known = indices.get(model);
  if (known !== undefined) return known;
  const index = buildIndex(model);
  indices.set(model, index);
  return index;
}

/** A normalised text in the terms of an index, at most its first 60 words. */
export function weighText(index: PhraseIndex, normal: string): WeightedText {
  const tokens = toWords(normal);
  const words = [...new Set(tokens)].map(index.weighWord);
  return {
    words,
    pairs: toPairs(tokens),
    length: toLength(words),
    content: words.filter((w) => w.content).length,
  };
}

function createWeigher(
  vocabulary: readonly string[],
  { weights, isContent, triggerCount }: Pick<PhraseIndex, 'weights' | 'isContent' | 'triggerCount'>,
): PhraseIndex['weighWord'] {
  const findWords = createWordFinder(vocabulary);
  const unknownWeight = Math.log(1 + Math.max(1, triggerCount)) * unknownShare;
  return memoise((word) => {
    const similar = findWords(word);
    const best = similar[0];
    const content = isContentWord(word);
    if (best !== undefined && best.similarity >= sameWord && isContent[best.word] === (content ? 1 : 0)) {
      return { weight: weights[best.word] ?? 0, content, similar };
    }
    return { weight: unknownWeight * (content ? 1 : stopWordShare), content, similar };
  }, mostKnownWords);
}

function buildIndex(model: Model): PhraseIndex {
  const texts = model.triggers.flatMap(({ phrases, match }, trigger) =>
    match === 'meaning' ? phrases.map((phrase) => ({ trigger, tokens: toWords(phrase) })) : [],
  );
  const { vocabulary, places } = toVocabulary(texts.map(({ tokens }) => tokens));
  const triggersOfWord = toTriggersOfWord(vocabulary, places, texts);
  const weights = toWeights(vocabulary, triggersOfWord, model.triggers.length);
  const isContent = Uint8Array.from(vocabulary, (word) => (isContentWord(word) ? 1 : 0));
  const phrases = texts.map(({ trigger, tokens }) => {
    const words = [...new Set(tokens)].map((word) => places.get(word) ?? 0);
    const length = toLength(words.map((word) => ({ weight: weights[word] ?? 0 })));
    const content = words.filter((word) => isContent[word] === 1).length;
    return { trigger, words, pairCount: toPairs(tokens).length, length, content };
  });
  const phrasesOfWord: number[][] = vocabulary.map(() => []);
  for (const [place, { words }] of phrases.entries()) {
    for (const word of words) phrasesOfWord[word]?.push(place);
  }
  return {
    phrases,
    weights,
    isContent,
    weighWord: createWeigher(vocabulary, { weights, isContent, triggerCount: model.triggers.length }),
    phrasesOfWord,
    triggersOfWord,
    phrasesOfPair: toPhrasesOfPair(texts.map(({ tokens }) => tokens)),
    triggerCount: model.triggers.length,
  };
}

function toVocabulary(texts: readonly (readonly string[])[]): {
  vocabulary: string[];
  places: Map<string, number>;
} {
  const places = new Map<string, number>();
  for (const tokens of texts) {
    for (const word of tokens) if (!places.has(word)) places.set(word, places.size);
  }
  return { vocabulary: [...places.keys()], places };
}

function toTriggersOfWord(
  vocabulary: readonly string[],
  places: ReadonlyMap<string, number>,
  texts: readonly { readonly trigger: number; readonly tokens: readonly string[] }[],
): number[][] {
  const users = vocabulary.map(() => new Set<number>());
  for (const { trigger, tokens } of texts) {
    for (const word of tokens) users[places.get(word) ?? 0]?.add(trigger);
  }
  return users.map((triggers) => [...triggers]);
}

/** A word's weight is the logarithm of how few triggers use it: log(1 + triggers / triggers with the word). */
function toWeights(
  vocabulary: readonly string[],
  triggersOfWord: readonly (readonly number[])[],
  triggers: number,
): Float64Array {
  return Float64Array.from(vocabulary, (word, place) => {
    const weight = Math.log(1 + triggers / Math.max(1, triggersOfWord[place]?.length ?? 1));
    return isContentWord(word) ? weight : weight * stopWordShare;
  });
}

function toPhrasesOfPair(texts: readonly (readonly string[])[]): Map<string, number[]> {
  const phrases = new Map<string, number[]>();
  for (const [place, tokens] of texts.entries()) {
    for (const pair of toPairs(tokens)) {
      const known = phrases.get(pair);
      if (known === undefined) phrases.set(pair, [place]);
      else known.push(place);
    }
  }
  return phrases;
}

function isContentWord(word: string): boolean {
  return !stopWords.has(word) && !/^\d{1,2}$/.test(word) && (word.length > 1 || !/^[a-z]$/.test(word));
}

function toWords(normal: string): string[] {
  return normal.split(' ', mostWords).filter((word) => word !== '');
}

function toPairs(tokens: readonly string[]): string[] {
  return [...new Set(tokens.slice(1).map((word, index) => `${tokens[index]} ${word}`))];
}

function toLength(words: readonly { readonly weight: number }[]): number {
  return Math.sqrt(words.reduce((sum, { weight }) => sum + weight * weight, 0));
}
