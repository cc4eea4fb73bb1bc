import { memoise } from '../lib/memoise.ts';
import { parseBoolean } from '../text/answers/boolean.ts';
import { normalise } from '../text/normalise.ts';
import { setAside } from './set-aside.ts';
import { stopWords } from './stop-words.ts';
import { createWordFinder } from './word-similarity.ts';

const sameMeaning = 0.72;
const longestCompared = 500;
const mostWords = 40;
const mostMessages = 2_000;

/**
 * Whether two messages of a customer mean the same, as far as their words tell: nearly all words of meaning of
 * each have their like in the other. Different values (another order number) make them different, and a yes, a
 * no or a greeting twice is no repetition.
 */
export function meansSame(message: string, earlier: string): boolean {
  const [a, b] = [message.slice(0, longestCompared), earlier.slice(0, longestCompared)];
  if (parseBoolean(a) !== null || hasOtherValues(a, b)) return false;
  const [wordsA, wordsB] = [toContentWords(a), toContentWords(b)];
  const normal = normalise(a);
  if (normal === normalise(b)) return wordsA.length >= 1 || normal.split(' ').length >= 3;
  if (Math.min(wordsA.length, wordsB.length) < 2) return false;
  return computeShare(wordsA, wordsB) >= sameMeaning && computeShare(wordsB, wordsA) >= sameMeaning;
}

function hasOtherValues(a: string, b: string): boolean {
  const [figuresA, figuresB] = [toFigures(a), toFigures(b)];
  return figuresA !== '' && figuresB !== '' && figuresA !== figuresB;
}

function toFigures(text: string): string {
  return text.replace(/\D/g, '');
}

/** The next message is compared with this one, so that what was worked out for it is wanted once more. */
const toContentWords = memoise((text: string): readonly string[] => {
  const words = normalise(setAside(text).rest).split(' ');
  return [...new Set(words)].filter((word) => word !== '' && !stopWords.has(word)).slice(0, mostWords);
}, mostMessages);

/** The mean likeness, from 0 to 1, that words find among the others. */
function computeShare(words: readonly string[], others: readonly string[]): number {
  const find = createWordFinder(others);
  const sum = words.reduce((total, word) => total + (find(word)[0]?.similarity ?? 0), 0);
  return sum / words.length;
}
