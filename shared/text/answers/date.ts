import { DateTime } from 'luxon';
import { toTokens } from '../normalise.ts';
import {
  agoWords,
  leadingWords,
  months,
  previousWords,
  relativeDays,
  unitDays,
  weekdayNumbers,
} from './date-words.ts';
import { toExcerpt } from './excerpt.ts';

/** `today` is the customer's local date, `YYYY-MM-DD`; `en-US` writes the month first in `3/4/2026`. */
export type DateOptions = { readonly today: string; readonly language?: string | undefined };

type Day = { readonly year: number; readonly month: number; readonly day: number };

const iso = /(?<![\p{L}\p{N}.,/-])(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?![\p{L}\p{N}]|[-./]\d)/u;
const numeric =
  /(?<![\p{L}\p{N}]|\d[.,/-])(\d{1,2})\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{4}|\d{2})(?![\p{N}]|[-./]\d)/u;
const slashed = /(?<![\p{L}\p{N}]|\d[.,/-])(\d{1,2})\/(\d{1,2})(?![\p{L}\p{N}]|[-./]\d)/u;
const dayAndMonthOnly = /^\s{0,9}(\d{1,2})[-.](\d{1,2})\.?\s{0,9}$/;
const longestOffset = 3_650;

/**
 * The first date in a message as `YYYY-MM-DD`, or null: `2026-12-24`, `24.12.2026`, `24/12`, `24 december`,
 * `December 24th`, `tomorrow`, `in 3 days`, `friday`, in English, Dutch, Polish and Bulgarian. Without a
 * year the nearest such day is meant, by its name the next such weekday. A day that does not exist is null.
 */
export function parseDate(text: string, options: DateOptions): string | null {
  const excerpt = toExcerpt(text);
  const today = DateTime.fromISO(options.today, { zone: 'utc' });
  const written = findFullDate(excerpt, options);
  if (written !== null) return written.value;
  const short = slashed.exec(excerpt) ?? dayAndMonthOnly.exec(excerpt);
  if (short !== null) {
    const [month, day] = orderOf(Number(short[1]), Number(short[2]), options.language);
    return toNearest(month, day, today);
  }
  const tokens = toTokens(excerpt);
  return findNamedMonth(tokens, today) ?? findRelative(tokens, today) ?? findWeekday(tokens, today);
}

/**
 * A date with a year in figures (`2026-12-24`, `24-12-26`) with how it was written, or null when there is
 * none. `value` is null where the day does not exist.
 */
export function findFullDate(
  excerpt: string,
  options: DateOptions,
): { readonly value: string | null; readonly text: string; readonly index: number } | null {
  const match = iso.exec(excerpt);
  if (match !== null) {
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    return { value: toDate({ year, month, day }), text: match[0], index: match.index };
  }
  const figures = numeric.exec(excerpt);
  if (figures === null) return null;
  const year = toYear(figures[3] ?? '', Number(options.today.slice(0, 4)));
  const [month, day] = orderOf(Number(figures[1]), Number(figures[2]), options.language);
  return { value: toDate({ year, month, day }), text: figures[0], index: figures.index };
}

/** Month and day of two figures; the day stands first but in American English, or where only that exists. */
function orderOf(first: number, second: number, language: string | undefined): [number, number] {
  const american = language?.toLowerCase() === 'en-us';
  if (american) return first > 12 && second <= 12 ? [second, first] : [first, second];
  return second > 12 && first <= 12 && language?.startsWith('en') ? [first, second] : [second, first];
}

function toYear(figures: string, thisYear: number): number {
  if (figures.length === 4) return Number(figures);
  const century = Math.floor(thisYear / 100) * 100;
  const year = century + Number(figures);
  return year > thisYear + 20 ? year - 100 : year;
}

function toDate(day: Day): string | null {
  const date = DateTime.fromObject(day, { zone: 'utc' });
  return date.isValid && day.year >= 1000 ? date.toISODate() : null;
}

/** Of all such days the one nearest to today; the years on either side hold a 29 February. */
function toNearest(month: number, day: number, today: DateTime): string | null {
  const distance = (date: string) =>
    Math.abs(DateTime.fromISO(date, { zone: 'utc' }).diff(today, 'days').days);
  const dates = [0, 1, -1, 2, -2, 3, -3, 4, -4]
    .map((years) => toDate({ year: today.year + years, month, day }))
    .filter((date) => date !== null);
  return dates.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** `24 december 2026`, `24th of December`, `December 24`, with or without a year. */
function findNamedMonth(tokens: readonly string[], today: DateTime): string | null {
  for (const [index, token] of tokens.entries()) {
    const month = months.get(token);
    if (month === undefined) continue;
    const [before, beforeThat, after, afterThat] = [index - 1, index - 2, index + 1, index + 2].map(
      (place) => tokens[place] ?? '',
    );
    const first = toDayNumber(before) ?? (before === 'of' ? toDayNumber(beforeThat) : null);
    const day = first ?? toDayNumber(after);
    if (day === null) continue;
    const year = /^\d{4}$/.exec((first === null ? afterThat : after) ?? '');
    if (year === null) return toNearest(month, day, today);
    return toDate({ year: Number(year[0]), month, day });
  }
  return null;
}

function toDayNumber(token: string | undefined): number | null {
  const figures = /^(\d{1,2})(?:st|nd|rd|th|e|ste|de|go|ego|ти|ви|ри|ми)?$/.exec(token ?? '');
  return figures === null ? null : Number(figures[1]);
}

function findRelative(tokens: readonly string[], today: DateTime): string | null {
  const counted = findCounted(tokens, today);
  if (counted !== null) return counted;
  const normal = ` ${tokens.join(' ')} `.replace(' goede morgen ', ' ').replace(' tot morgen ', ' ');
  const relative = relativeDays.find(([phrase]) => normal.includes(` ${phrase} `));
  return relative === undefined ? null : today.plus({ days: relative[1] }).toISODate();
}

/** `in 3 days`, `2 weken geleden`, `за` and `след` alike. */
function findCounted(tokens: readonly string[], today: DateTime): string | null {
  for (const [index, token] of tokens.entries()) {
    const unit = unitDays.get(token);
    const count = tokens[index - 1] ?? '';
    if (unit === undefined || !/^\d{1,4}$/.test(count)) continue;
    const direction = agoWords.has(tokens[index + 1] ?? '') ? -1 : leadingWords.get(tokens[index - 2] ?? '');
    const days = Number(count) * unit;
    if (direction !== undefined && days <= longestOffset) {
      return today.plus({ days: direction * days }).toISODate();
    }
  }
  return null;
}

function findWeekday(tokens: readonly string[], today: DateTime): string | null {
  for (const [index, token] of tokens.entries()) {
    const weekday = weekdayNumbers.get(token);
    if (weekday === undefined) continue;
    const ahead = (weekday - today.weekday + 7) % 7 || 7;
    const past = previousWords.has(tokens[index - 1] ?? '');
    return today.plus({ days: past && ahead !== 7 ? ahead - 7 : past ? -7 : ahead }).toISODate();
  }
  return null;
}
