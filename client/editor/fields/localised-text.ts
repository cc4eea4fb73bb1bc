import { localise, type Text } from '../../../shared/text/localised.ts';

/** What stands in the field for one language: its own words, empty where they are missing. */
export function readLanguage(text: Text | undefined, language: string, languages: readonly string[]): string {
  if (text === undefined) return '';
  if (typeof text === 'string') return language === languages[0] || languages.length < 2 ? text : '';
  return text[language] ?? '';
}

/** What customers of that language read as long as it has no words of its own. */
export function readFallback(text: Text | undefined, language: string, languages: readonly string[]): string {
  return text === undefined ? '' : localise(text, language, languages[0] ?? language);
}

/**
 * The text with other words in one language. With one language a text stays a plain string; with several,
 * a new text is written for its language only, so that what still needs translating can be told.
 */
export function writeLanguage(
  text: Text | undefined,
  language: string,
  languages: readonly string[],
  words: string,
): Text {
  const first = languages[0] ?? language;
  if (languages.length < 2 && (typeof text === 'string' || text === undefined)) return words;
  if (typeof text === 'string' && text !== '' && language === first) return words;
  const known: Record<string, string> =
    typeof text === 'string' ? (text === '' ? {} : { [first]: text }) : { ...text };
  if (words === '') delete known[language];
  else known[language] = words;
  return Object.keys(known).length === 0 ? '' : known;
}

/** Of the bot's languages, those in which a written text has no words. */
export function toMissingLanguages(text: Text | undefined, languages: readonly string[]): string[] {
  if (text === undefined || typeof text === 'string') return [];
  return languages.filter((language) => !text[language]);
}
