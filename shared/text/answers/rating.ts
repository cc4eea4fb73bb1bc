import { normalise } from '../normalise.ts';
import { type RatingScale, ratingRanges } from '../rating-scale.ts';

const longestAnswer = 60;
const units = `star|stars|point|points|smiley|smileys|ster|sterren|punt|punten|gwiazdka|gwiazdki|gwiazdek|gwiazdke|punkt|
punkty|punktow|звезда|звезди|звездички|точка|точки|a|an|the|een|i give|i give it|i give you|i rate it|ik geef|ik geef het|
ik geef jullie|daje|oceniam na|давам|давам ви|оценявам с|оценка|ocena|rating|score|cijfer|please|thanks|thank you|bedankt|
dank je|dziekuje|dzieki|благодаря|мерси`;
const of = ['out of', 'of', 'van de', 'van', 'uit', 'op', 'na', 'z', 'от', 'на'];
const words: readonly string[] = [
  'zero nul нула',
  'one een jeden jedna едно една един',
  'two twee dwa dwie две два',
  'three drie trzy три',
  'four vier cztery четири',
  'five vijf piec пет',
  'six zes szesc шест',
  'seven zeven siedem седем',
  'eight acht osiem осем',
  'nine negen dziewiec девет',
  'ten tien dziesiec десет',
];
const thumbs: Readonly<Record<string, number>> = {
  'thumbs up': 1,
  'thumb up': 1,
  'duim omhoog': 1,
  'duimpje omhoog': 1,
  'kciuk w gore': 1,
  'палец нагоре': 1,
  'thumbs down': 0,
  'thumb down': 0,
  'duim omlaag': 0,
  'duimpje omlaag': 0,
  'kciuk w dol': 0,
  'палец надолу': 0,
};
const smileys: readonly (readonly string[])[] = [
  ['😡', '😠', '🤬', '😭', '😢', '😫', '😖', '😩'],
  ['🙁', '☹', '😕', '😞', '😟', '😒'],
  ['😐', '😑', '😶'],
  ['🙂', '☺', '😊', '😌'],
  ['😀', '😃', '😄', '😁', '😍', '🤩', '😆', '🥰'],
];
const stars = ['⭐', '★', '🌟'];
const wordValues = toWordValues();
const unitWords = new Set(units.split('|').map((unit) => unit.trim()));

/**
 * The value that a message gives on a scale, or null: a number (`5`, `4/5`, `5 sterren`), stars, a thumb or
 * a smiley, when that is the whole message. A number outside the scale is null.
 */
export function parseRating(text: string, scale: RatingScale): number | null {
  if (text.length > longestAnswer) return null;
  const { min, max } = ratingRanges[scale];
  const value = toSigns(text, scale) ?? toNumber(text, max) ?? toThumbWord(text, scale);
  return value !== null && value >= min && value <= max ? value : null;
}

function toSigns(text: string, scale: RatingScale): number | null {
  const signs = [...text.replace(/\s|\u{FE0F}|[\u{1F3FB}-\u{1F3FF}]/gu, '')];
  const [first, ...others] = signs;
  if (first === undefined) return null;
  if (scale === 'thumbs') {
    if (others.some((sign) => sign !== first)) return null;
    return first === '👍' ? 1 : first === '👎' ? 0 : null;
  }
  if (scale === 'smileys') {
    const index = smileys.findIndex((same) => same.includes(first));
    return others.length === 0 && index !== -1 ? index + 1 : null;
  }
  const given = signs.filter((sign) => stars.includes(sign)).length;
  const empty = signs.filter((sign) => sign === '☆').length;
  return scale === 'stars' && given > 0 && given + empty === signs.length ? given : null;
}

function toNumber(text: string, highest: number): number | null {
  if (/\d[.,]\d|[-−]\s?\d/.test(text)) return null;
  const plain = withoutUnits(normalise(text));
  const direct = toValue(plain);
  if (direct !== null) return direct;
  for (const between of text.includes('/')
    ? [' ', ...of.map((word) => ` ${word} `)]
    : of.map((word) => ` ${word} `)) {
    const [given, total, ...more] = plain.split(between);
    if (given === undefined || total === undefined || more.length > 0) continue;
    const value = toValue(withoutUnits(given));
    if (value !== null && toValue(withoutUnits(total)) === highest) return value;
  }
  return null;
}

function toThumbWord(text: string, scale: RatingScale): number | null {
  const normal = normalise(text);
  return scale === 'thumbs' && Object.hasOwn(thumbs, normal) ? (thumbs[normal] ?? null) : null;
}

/** Drops the words around a number that say no more than that it is a rating. */
function withoutUnits(normal: string): string {
  const parts = normal.split(' ');
  for (let length = 3; length >= 1; length -= 1) {
    while (parts.length > length && unitWords.has(parts.slice(0, length).join(' '))) parts.splice(0, length);
    while (parts.length > length && unitWords.has(parts.slice(-length).join(' '))) parts.splice(-length);
  }
  return parts.join(' ');
}

function toValue(word: string): number | null {
  return /^\d{1,2}$/.test(word) ? Number(word) : (wordValues.get(word) ?? null);
}

function toWordValues(): Map<string, number> {
  return new Map(words.flatMap((row, value) => row.split(' ').map((word) => [word, value] as const)));
}
