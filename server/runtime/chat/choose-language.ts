import { findLanguage } from '../../../shared/text/localised.ts';

/**
 * The language of a conversation: the first wish that the bot speaks (`nl-BE` is served by `nl`), else the bot's
 * first. `wishes` may hold tags and whole `Accept-Language` headers.
 */
export function chooseLanguage(
  languages: readonly string[],
  wishes: readonly (string | undefined)[],
): string {
  for (const tag of wishes.flatMap((wish) => toTags(wish ?? ''))) {
    const found = findLanguage(languages, tag);
    if (found !== undefined) return found;
  }
  return languages[0] ?? 'en';
}

function toTags(header: string): string[] {
  return header
    .slice(0, 500)
    .split(',')
    .map((item) => {
      const [tag = '', ...parameters] = item.split(';').map((part) => part.trim());
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      return { tag, quality: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}
