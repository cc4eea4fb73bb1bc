import { memoise } from '../../lib/memoise.ts';
import { normalise } from '../../text/normalise.ts';
import { bg } from './bg.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';
import type { PersonWords } from './person-words.ts';
import { pl } from './pl.ts';

type WordTest = (word: string) => boolean;
type Grammar = {
  readonly phrases: ReadonlySet<string>;
  readonly isNoun: WordTest;
  readonly isWeakNoun: WordTest;
  readonly isContact: WordTest;
  readonly isAllowed: WordTest;
  readonly isNegation: WordTest;
  /** By words. */
  readonly frames: readonly (readonly string[])[];
  /** Both with a space before and after. */
  readonly tails: readonly string[];
  readonly vetoes: readonly string[];
};

const longestMessage = 1_000;
const longestRequest = 14;
const wordsBetween = 4;
const negationReach = 3;
const shortestMistyped = 6;
/** Of customers' words, which are mostly the same few. */
const mostWords = 5_000;
const grammars = [en, nl, pl, bg].map(toGrammar);

/**
 * Whether a message asks for a person in English, Dutch, Polish or Bulgarian: one of its clauses is a known
 * request, or has a word for a person and else only words of requesting, or begins like a request
 * that leads to such a word. `my agent code` has a word that fits none of these, so it asks for nobody.
 */
export function asksForPerson(text: string): boolean {
  const clauses = text
    .slice(0, longestMessage)
    .split(/[.,;:!?()\n\r"…–—]|\s-\s/u)
    .map(normalise)
    .filter((clause) => clause !== '');
  const whole = clauses.join(' ');
  return grammars.some((grammar) => {
    if (grammar.phrases.has(whole)) return true;
    return clauses.some((clause) => isRequest(grammar, clause));
  });
}

function isRequest(grammar: Grammar, clause: string): boolean {
  if (grammar.phrases.has(clause)) return true;
  const words = clause.split(' ');
  if (!words.some((word) => grammar.isNoun(word) || grammar.isWeakNoun(word))) return false;
  const padded = ` ${clause} `;
  if (grammar.vetoes.some((veto) => padded.includes(veto))) return false;
  return isOnlyRequest(grammar, words) || grammar.frames.some((frame) => isFramed(grammar, words, frame));
}

function isOnlyRequest(grammar: Grammar, words: readonly string[]): boolean {
  const cut = words.findIndex(
    (_, place) => place > 0 && toTail(grammar, words, place) > 0 && !grammar.isAllowed(words[place] ?? ''),
  );
  const request = cut === -1 ? words : words.slice(0, cut);
  if (request.length > longestRequest || !request.every((word) => isKnown(grammar, word))) return false;
  if (request.some(grammar.isNegation)) return false;
  return (
    request.some(grammar.isNoun) || (request.some(grammar.isWeakNoun) && request.some(grammar.isContact))
  );
}

function isKnown(grammar: Grammar, word: string): boolean {
  return grammar.isAllowed(word) || grammar.isNoun(word) || grammar.isWeakNoun(word);
}

function isFramed(grammar: Grammar, words: readonly string[], frameWords: readonly string[]): boolean {
  for (let start = 0; start + frameWords.length < words.length; start += 1) {
    if (!frameWords.every((word, offset) => words[start + offset] === word)) continue;
    if (words.slice(Math.max(0, start - negationReach), start).some(grammar.isNegation)) continue;
    if (leadsToPerson(grammar, words, start, start + frameWords.length)) return true;
  }
  return false;
}

/** From a place on: at most four fillers, a word for a person, then the end or a way to go on. */
function leadsToPerson(grammar: Grammar, words: readonly string[], start: number, from: number): boolean {
  for (let place = from; place <= from + wordsBetween && place < words.length; place += 1) {
    const word = words[place] ?? '';
    const next = words[place + 1];
    const goesOn = next === undefined || isKnown(grammar, next) || toTail(grammar, words, place + 1) > 0;
    if (grammar.isNoun(word)) return goesOn;
    if (grammar.isWeakNoun(word)) return goesOn && words.slice(start).some(grammar.isContact);
    if (!grammar.isAllowed(word)) return false;
  }
  return false;
}

/** How many words of a tail stand at a place, 0 for none. */
function toTail(grammar: Grammar, words: readonly string[], place: number): number {
  const rest = ` ${words.slice(place, place + 3).join(' ')} `;
  return (
    grammar.tails
      .find((tail) => rest.startsWith(tail))
      ?.trim()
      .split(' ').length ?? 0
  );
}

function toGrammar(words: PersonWords): Grammar {
  const [isNoun, isContact, isFiller] = [words.nouns, words.contact, words.filler].map(toTest);
  const isMistyped = toMistypedTest(words.nouns);
  return {
    phrases: new Set(toPhrases(words.phrases)),
    isNoun: memoise((word) => isNoun?.(word) === true || isMistyped(word), mostWords),
    isWeakNoun: toTest(words.weakNouns),
    isContact: isContact ?? (() => false),
    isAllowed: (word) => isContact?.(word) === true || isFiller?.(word) === true,
    isNegation: toTest(words.negations),
    frames: toPhrases(words.frames).map((frame) => frame.split(' ')),
    tails: toPhrases(words.tails).map((tail) => ` ${tail} `),
    vetoes: toPhrases(words.vetoes).map((veto) => ` ${veto} `),
  };
}

function toPhrases(list: string): string[] {
  return list.split('|').map((phrase) => normalise(phrase));
}

function toTest(list: string): WordTest {
  const entries = list.trim().split(/\s+/);
  const whole = new Set(entries.filter((entry) => !entry.endsWith('*')).map((entry) => normalise(entry)));
  const beginnings = entries.filter((entry) => entry.endsWith('*')).map((entry) => normalise(entry));
  return (word) => whole.has(word) || beginnings.some((beginning) => word.startsWith(beginning));
}

/** Long words for a person with one letter missing, added, changed or swapped with its neighbour. */
function toMistypedTest(list: string): WordTest {
  const nouns = list
    .trim()
    .split(/\s+/)
    .map((entry) => normalise(entry))
    .filter((noun) => noun.length >= shortestMistyped);
  return (word) => word.length >= shortestMistyped && nouns.some((noun) => isOneSlipAway(word, noun));
}

function isOneSlipAway(word: string, noun: string): boolean {
  if (word[0] !== noun[0] || Math.abs(word.length - noun.length) > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === noun[start]) start += 1;
  const [a, b] = [word.slice(start), noun.slice(start)];
  return (
    a.slice(1) === b.slice(1) ||
    a.slice(1) === b ||
    a === b.slice(1) ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  );
}
