import { type Found, toExcerpt } from './excerpt.ts';

/** The language decides a lone separator before three digits: `1.250` is 1250 in Dutch, 1.25 in English. */
export type NumberOptions = { readonly language?: string | undefined };

const candidate = /[-−+]?\d(?:[\d.,']|\s(?=\d{3}(?!\d))){0,40}/gu;
const mostDigits = 15;

/** The first number in a message (`€ 12,50`, `1 250`, `3 pieces`), or null. Number words do not count. */
export function parseNumber(text: string, options: NumberOptions = {}): number | null {
  return findNumbers(toExcerpt(text), options)[0]?.value ?? null;
}

/** All numbers of an excerpt, in order; digits inside codes and times are none. */
export function findNumbers(excerpt: string, options: NumberOptions): Found<number>[] {
  const found: Found<number>[] = [];
  for (const match of excerpt.matchAll(candidate)) {
    const text = match[0].replace(/[.,'\s]{1,41}$/, '');
    const sign = /^[-−+]/.test(text) ? 1 : 0;
    const before = excerpt.slice(Math.max(0, match.index - 2), match.index);
    const after = excerpt.slice(match.index + text.length, match.index + text.length + 12);
    if (isPartOfCode(before, sign === 1, after)) continue;
    const value = toNumber(text.slice(sign), isDecimalPoint(options.language));
    if (value === null) continue;
    found.push({ value: /^[-−]/.test(text) ? 0 - value : value, text, index: match.index });
  }
  return found;
}

function isDecimalPoint(language: string | undefined): boolean {
  return language === undefined || (language.split('-')[0] ?? '') === 'en';
}

function isPartOfCode(before: string, signed: boolean, after: string): boolean {
  if (/[\p{L}\p{N}]$/u.test(before) || (!signed && /[\p{L}\p{N}][-_/:.,]$/u.test(before))) return true;
  return /^(?:[:/_-]\d|\p{L}{1,12}\d|\d|[.,]\d)/u.test(after);
}

/** Digits with separators to a number, or null when the separators make none (`1.2.3`). */
function toNumber(text: string, decimalPoint: boolean): number | null {
  const digits = text.replace(/[\s']/g, '');
  if (digits.replace(/[.,]/g, '').length > mostDigits || !isGrouped(text)) return null;
  const [lastPoint, lastComma] = [digits.lastIndexOf('.'), digits.lastIndexOf(',')];
  if (lastPoint === -1 && lastComma === -1) return Number(digits);
  if (lastPoint !== -1 && lastComma !== -1) {
    return lastPoint > lastComma ? toDecimal(digits, ',', '.') : toDecimal(digits, '.', ',');
  }
  const separator = lastPoint === -1 ? ',' : '.';
  const parts = digits.split(separator);
  if (parts.length > 2) return toDecimal(digits, separator, '');
  const looksGrouped = /^[1-9]\d{0,2}$/.test(parts[0] ?? '') && /^\d{3}$/.test(parts[1] ?? '');
  const groups = separator === (decimalPoint ? ',' : '.');
  return looksGrouped && groups ? toDecimal(digits, separator, '') : toDecimal(digits, '', separator);
}

/** Spaces and apostrophes may stand only between groups of three digits. */
function isGrouped(text: string): boolean {
  const [whole = ''] = text.split(/[.,]/);
  return !/[\s']/.test(whole) || /^\d{1,3}(?:[\s']\d{3}){1,5}$/.test(whole);
}

function toDecimal(digits: string, thousands: string, decimal: string): number | null {
  const [whole = '', fraction, ...more] = decimal === '' ? [digits] : digits.split(decimal);
  if (more.length > 0) return null;
  const groups = thousands === '' ? [whole] : whole.split(thousands);
  const wellGrouped =
    groups.length === 1 ||
    groups.every(
      (group, index) => /^\d+$/.test(group) && (index === 0 ? group.length <= 3 : group.length === 3),
    );
  if (!wellGrouped || (fraction !== undefined && !/^\d+$/.test(fraction))) return null;
  return Number(fraction === undefined ? groups.join('') : `${groups.join('')}.${fraction}`);
}
