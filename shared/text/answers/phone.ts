import { type CountryCode, findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js/min';
import { type Found, toExcerpt } from './excerpt.ts';

/**
 * Where the customer is: a country (`NL`), or the language of the conversation (`nl`, `nl-BE`) from which
 * one is guessed. `cautious` is for text that was not an answer to 'your phone number?': digits without
 * any sign of being a phone number do not count.
 */
export type PhoneOptions = {
  readonly region?: string | undefined;
  readonly language?: string | undefined;
  readonly cautious?: boolean | undefined;
};

const regionsOfLanguage: Readonly<Record<string, readonly CountryCode[]>> = {
  nl: ['NL', 'BE'],
  en: ['GB', 'US'],
  pl: ['PL'],
  bg: ['BG'],
  de: ['DE', 'AT', 'CH'],
  fr: ['FR', 'BE'],
  es: ['ES'],
  it: ['IT'],
};
const longestSearched = 600;
/** Shorter numbers are services (`14 020`) or answers to something else. */
const fewestDigits = 7;
/** Small countries write only so much of their numbers among themselves (Guernsey, San Marino). */
const fewestWritten = 6;
const grouped = /\d{2,4}[ -]\d{2,4}[ -]\d{2,4}/;
const anyPhoneWord = /tel|phone|mobil|komork|numer|телефон|мобил|gsm|call|bel|dzwon|обад/iu;
const phoneWord = new RegExp(`(?:${anyPhoneWord.source})\\p{L}{0,20}[^\\p{L}\\d]{0,12}$`, 'iu');

/** The first phone number in a message as E.164 (`+31612345678`), or null. Looks at 600 characters. */
export function parsePhone(text: string, options: PhoneOptions = {}): string | null {
  return findPhones(toExcerpt(text), options)[0]?.value ?? null;
}

/** All phone numbers of an excerpt's first 600 characters, read with the first country that gives any. */
export function findPhones(excerpt: string, options: PhoneOptions): Found<string>[] {
  const searched = excerpt.slice(0, longestSearched);
  if (!mayHold(searched, options)) return [];
  for (const region of toRegions(options)) {
    const found = findWith(searched, region).filter(
      ({ text, index }) => !options.cautious || isPhoneLike(text, searched.slice(0, index)),
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** The search is the dearest part of reading a message; what it cannot find or would not take it need not look for. */
function mayHold(searched: string, { cautious }: PhoneOptions): boolean {
  if (!/\d[^\p{L}]{0,20}\d/u.test(searched)) return false;
  if ((searched.match(/\p{Nd}/gu)?.length ?? 0) < fewestWritten) return false;
  return !cautious || /[+(0]/.test(searched) || grouped.test(searched) || anyPhoneWord.test(searched);
}

function toRegions({ region, language }: PhoneOptions): (CountryCode | undefined)[] {
  const [base = '', ofLanguage] = (language ?? '').split('-');
  const regions = [region, ofLanguage]
    .map((code) => code?.toUpperCase() ?? '')
    .filter((code): code is CountryCode => isSupportedCountry(code));
  const guessed = Object.hasOwn(regionsOfLanguage, base) ? (regionsOfLanguage[base] ?? []) : [];
  const all = [...new Set([...regions, ...guessed])];
  return all.length > 0 ? all : [undefined];
}

function findWith(searched: string, region: CountryCode | undefined): Found<string>[] {
  // Without a country `00` is no international prefix to the library; of equal length, so places still fit.
  const prepared = region === undefined ? searched.replace(/(?<!\d)00(?=[1-9])/g, ' +') : searched;
  return findPhoneNumbersInText(prepared, region === undefined ? {} : { defaultCountry: region })
    .filter(({ number }) => number.isValid() && number.nationalNumber.length >= fewestDigits)
    .map(({ number, startsAt, endsAt }) => ({
      value: number.number,
      text: searched.slice(startsAt, endsAt),
      index: startsAt,
    }));
}

function isPhoneLike(text: string, before: string): boolean {
  return /^[+(0]/.test(text.trim()) || grouped.test(text) || phoneWord.test(before);
}
