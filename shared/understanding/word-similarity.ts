const shortestShared = 0.45;
const otherFirstLetter = 0.6;

export type SimilarWord = { readonly word: number; readonly similarity: number };

/** Finds the known words that look like a given one: inflections, compounds, slips of the finger. */
export type WordFinder = (word: string) => readonly SimilarWord[];

/**
 * A finder over a vocabulary. Similarity goes from 0.45 to 1 (the same word) and is the Dice coefficient of
 * the sets of character 2- to 4-grams, the word's ends included; a word with another first letter counts less,
 * so that `border` is not taken for `order`.
 */
export function createWordFinder(vocabulary: readonly string[]): WordFinder {
  const sizes = new Uint16Array(vocabulary.length);
  const wordsOfGram = new Map<string, number[]>();
  for (const [index, word] of vocabulary.entries()) {
    const grams = toGrams(word);
    sizes[index] = grams.length;
    for (const gram of grams) {
      const words = wordsOfGram.get(gram);
      if (words === undefined) wordsOfGram.set(gram, [index]);
      else words.push(index);
    }
  }
  const shared = new Uint16Array(vocabulary.length);
  return (word) => {
    const grams = toGrams(word);
    const touched: number[] = [];
    for (const gram of grams) {
      for (const index of wordsOfGram.get(gram) ?? []) {
        if (shared[index] === 0) touched.push(index);
        shared[index] = (shared[index] ?? 0) + 1;
      }
    }
    const similar: SimilarWord[] = [];
    for (const index of touched) {
      const dice = (2 * (shared[index] ?? 0)) / (grams.length + (sizes[index] ?? 0));
      shared[index] = 0;
      const similarity = vocabulary[index]?.[0] === word[0] ? dice : dice * otherFirstLetter;
      if (similarity >= shortestShared) similar.push({ word: index, similarity });
    }
    return similar.sort((a, b) => b.similarity - a.similarity || a.word - b.word);
  };
}

function toGrams(word: string): string[] {
  const padded = `_${word.slice(0, 40)}_`;
  const grams = new Set<string>();
  for (let size = 2; size <= 4; size += 1) {
    for (let start = 0; start + size <= padded.length; start += 1)
      grams.add(padded.slice(start, start + size));
  }
  return [...grams];
}
