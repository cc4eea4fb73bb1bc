/** The languages that the server's own texts are written in; the first is the fallback. */
export const textLanguages = ['en', 'nl', 'pl', 'bg'] as const;
export type TextLanguage = (typeof textLanguages)[number];

/** The best of our languages for an `Accept-Language` header. */
export function toTextLanguage(header: string | undefined): TextLanguage {
  return matchLanguage(header ?? '', textLanguages);
}

/**
 * The best of the available languages for an `Accept-Language` header: by quality, exactly or by its base
 * (`nl-BE` finds `nl`, and `pt` finds `pt-BR`), else the first.
 */
export function matchLanguage<Language extends string>(
  header: string,
  available: readonly Language[],
): Language {
  for (const wanted of toWanted(header)) {
    const found =
      available.find((language) => language.toLowerCase() === wanted) ??
      available.find((language) => toBase(language) === toBase(wanted));
    if (found) return found;
  }
  const [first] = available;
  if (first === undefined) throw new Error('there is no language to choose from');
  return first;
}

function toBase(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? tag;
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
