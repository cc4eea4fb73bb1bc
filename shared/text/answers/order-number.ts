import { memoise } from '../../lib/memoise.ts';
import { toExcerpt } from './excerpt.ts';

type Mark =
  | { readonly kind: 'letter'; readonly script: Script; readonly upper: boolean; readonly literal: string }
  | { readonly kind: 'digit' }
  | { readonly kind: 'separator'; readonly text: string };
type Script = 'latin' | 'cyrillic' | 'other';
type Match = { readonly value: string; readonly untidy: number };

const longestExample = 40;
const mostExamples = 1000;
const separator = /[\s._/#‐-―−-]/u;
const mostSeparators = 3;
const date = /^(?:\d{4}[-./]\d{2}[-./]\d{2}|\d{2}[-./]\d{2}[-./]\d{4})$/;
const letters: Readonly<Record<Script, RegExp>> = {
  latin: /^[A-Za-z]$/,
  cyrillic: /^\p{Script=Cyrillic}$/u,
  other: /^\p{L}$/u,
};
/** Short words that often stand before a number and would otherwise pass as its letters ('is 123456'). */
const commonWords = new Set(
  `is nr no my it at of to in on as or so we do by be an am id ok hi me up us go the and for was has num not are but
en de te op om na er of is ik je dat het een van met uit was nee aan bij per nog nu ze
do to za od po ma ze we to co go mi jest nie tak ale dla sie numer
на за от до не да се си ми му по е ли но във със има`.split(/\s+/),
);

/**
 * The first order number in a message that looks like the designer's example, written as the example is,
 * or null. In the example a letter stands for any letter of its script and a digit for any digit; case is
 * free when read, and so are separators: `zx 987654` gives `ZX-987654` for `AB-123456`. A number inside a
 * longer run of letters or digits does not count.
 */
export function parseOrderNumber(text: string, example: string): string | null {
  const marks = toMarks(example);
  if (!marks.some((mark) => mark.kind !== 'separator')) return null;
  const excerpt = toExcerpt(text);
  const characters = [...excerpt];
  let best: Match | null = null;
  for (let start = 0; start < characters.length; start += 1) {
    if (isAlphanumeric(characters[start - 1])) continue;
    const match = matchAt(characters, start, marks);
    if (match !== null && (best === null || match.untidy < best.untidy)) best = match;
    if (best?.untidy === 0) break;
  }
  return best?.value ?? null;
}

const toMarks = memoise(
  (example: string): readonly Mark[] =>
    [...example.trim().slice(0, longestExample).normalize('NFKC')].map((character) => {
      if (/\d/.test(character)) return { kind: 'digit' };
      if (!/\p{L}/u.test(character)) return { kind: 'separator', text: character };
      const upper = character === character.toUpperCase();
      return { kind: 'letter', script: toScript(character), upper, literal: character.toLowerCase() };
    }),
  mostExamples,
);

function toScript(letter: string): Script {
  if (letters.latin.test(letter)) return 'latin';
  return letters.cyrillic.test(letter) ? 'cyrillic' : 'other';
}

/**
 * Reads the marks one after another from a place. `untidy` grows with every liberty taken, so that a
 * tidier place further on is preferred: 0 as in the example or run together, 1 with other separators, 2
 * with separators where the example has none.
 */
function matchAt(characters: readonly string[], start: number, marks: readonly Mark[]): Match | null {
  let position = start;
  let value = '';
  let untidy = 0;
  let previous: Mark | null = null;
  for (const [index, mark] of marks.entries()) {
    if (mark.kind === 'separator') {
      value += mark.text;
      continue;
    }
    const gap = countSeparators(characters, position);
    const wanted = index > 0 && marks[index - 1]?.kind === 'separator';
    if (gap > 0 && position > start) {
      if (!wanted && previous?.kind === 'letter' && mark.kind === 'letter') return null;
      untidy = Math.max(untidy, wanted ? toUntidiness(characters, position, gap, marks[index - 1]) : 2);
    }
    if (position > start) position += gap;
    const read = readMark(characters[position], mark);
    if (read === null) return null;
    value += read;
    position += 1;
    previous = mark;
  }
  const text = characters.slice(start, position).join('');
  if (!isWhole(characters, start, position, untidy) || isWords(text, marks)) return null;
  return untidy === 2 && date.test(text) ? null : { value, untidy };
}

function toUntidiness(
  characters: readonly string[],
  position: number,
  gap: number,
  mark: Mark | undefined,
): number {
  return gap === 1 && mark?.kind === 'separator' && characters[position] === mark.text ? 0 : 1;
}

function readMark(character: string | undefined, mark: Mark): string | null {
  if (character === undefined || mark.kind === 'separator') return null;
  if (mark.kind === 'digit') return /^\d$/.test(character) ? character : null;
  if (!letters[mark.script].test(character)) return null;
  return mark.upper ? character.toUpperCase() : character.toLowerCase();
}

function countSeparators(characters: readonly string[], position: number): number {
  let count = 0;
  while (count < mostSeparators && separator.test(characters[position + count] ?? '')) count += 1;
  return count;
}

/** Not part of a longer run; where separators were overlooked, those around do not end a run of digits. */
function isWhole(characters: readonly string[], start: number, end: number, untidy: number): boolean {
  if (isAlphanumeric(characters[end])) return false;
  const [first, last] = [characters[start], characters[end - 1]];
  const [before, after] = [characters[start - 1], characters[end]];
  const isJoint = (joint: string | undefined) =>
    joint !== undefined && (untidy === 2 ? /[ \-./]/ : /[-./]/).test(joint);
  const joinedBefore = isDigit(first) && isJoint(before) && isDigit(characters[start - 2]);
  const joinedAfter = isDigit(last) && isJoint(after) && isDigit(characters[end + 1]);
  return !joinedBefore && !joinedAfter;
}

/** 'is 123456' fits `AB-123456`, but its letters are a word of the sentence; so is a code of letters only. */
function isWords(text: string, marks: readonly Mark[]): boolean {
  if (!marks.some((mark) => mark.kind === 'digit')) return text !== text.toUpperCase();
  const word = /^(\p{L}{2,6})[\s.:#-]/u.exec(text)?.[1]?.toLowerCase();
  if (word === undefined || !commonWords.has(word)) return false;
  const literal = marks.flatMap((mark) => (mark.kind === 'letter' ? [mark.literal] : [])).join('');
  return /^\p{L}+[\s.:#]/u.test(text) && !literal.startsWith(word);
}

function isAlphanumeric(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && /^\d$/.test(character);
}
