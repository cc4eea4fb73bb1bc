import { findLanguage } from '../../shared/text/localised.ts';

/** The languages that the server's own texts are written in; the first is the fallback. */
export const textLanguages = ['en', 'nl', 'pl', 'bg'] as const;
export type TextLanguage = (typeof textLanguages)[number];

/** The best of our languages for an `Accept-Language` header. */
export function toTextLanguage(header = ''): TextLanguage {
  const known = languages.get(header);
  if (known !== undefined) return known;
  const language = matchLanguage([header], textLanguages);
  if (languages.size >= mostKnown) languages.clear();
  if (header.length <= 200) languages.set(header, language);
  return language;
}

/** Browsers send a few hundred different headers, with every call. */
const languages = new Map<string, TextLanguage>();
const mostKnown = 1_000;

/**
 * The best of the available languages: the first wish that fits, exactly or by its base (`nl-BE` finds `nl`, and
 * `pt` finds `pt-BR`), else the first. Wishes are tags or whole `Accept-Language` headers, taken by quality.
 */
export function matchLanguage<Language extends string>(
  wishes: readonly (string | undefined)[],
  available: readonly Language[],
): Language {
  for (const wanted of wishes.flatMap((wish) => toWanted(wish ?? ''))) {
    const found = findLanguage(available, wanted);
    if (found) return found;
  }
  const [first] = available;
  if (first === undefined) throw new Error('there is no language to choose from');
  return first;
}

/** The header's languages in lower case, best first. What is not a language tag is left out. */
function toWanted(header: string): string[] {
  return header
    .slice(0, 500)
    .split(',')
    .map((item) => {
      const [tag = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      return { tag, quality: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ tag, quality }) => /^[a-z]{2,3}(-[a-z0-9]+)*$/.test(tag) && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}
