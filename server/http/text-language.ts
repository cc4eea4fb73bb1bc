/** The languages that the server's own texts are written in; the first is the fallback. */
export const textLanguages = ['en', 'nl', 'pl', 'bg'] as const;
export type TextLanguage = (typeof textLanguages)[number];

/** The best of our languages for an `Accept-Language` header: by quality, `nl-BE` counting as `nl`. */
export function toTextLanguage(header: string | undefined): TextLanguage {
  for (const wanted of toWanted(header ?? '')) {
    const base = wanted.split('-')[0];
    const found = textLanguages.find((language) => language === base);
    if (found) return found;
  }
  return textLanguages[0];
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
