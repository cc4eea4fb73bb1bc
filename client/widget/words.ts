import type { WidgetKey, WidgetWords } from '../../shared/locales/widget-key.ts';

/** The window's words in a language, with values for their `{{places}}`. */
export type Say = (key: WidgetKey, values?: Readonly<Record<string, string | number>>) => string;

const languages = ['en', 'nl', 'pl', 'bg'];

/** The language of the window's own words that fits best: `nl` for `nl-BE`, English for those we lack. */
export function toWindowLanguage(language: string): string {
  const base = language.toLowerCase().split('-')[0] ?? '';
  return languages.includes(base) ? base : 'en';
}

/**
 * Gives the words of a language as soon as they are there, undefined until then; `loaded` is called when a
 * language has come. Its words are a file beside the script: no customer reads all four. Until a new
 * language has come the last one stays.
 */
export function createWords(base: string, loaded: () => void): (language: string) => Say | undefined {
  let current = '';
  let say: Say | undefined;
  return (language) => {
    if (language !== current) {
      current = language;
      void loadSay(base, language).then((next) => {
        if (language !== current) return;
        say = next;
        loaded();
      });
    }
    return say;
  };
}

/** Where words do not load their keys stand in: short English, better than a nameless button. */
async function loadSay(base: string, language: string): Promise<Say> {
  const words: Partial<WidgetWords> = await fetch(`${base}/widget/${language}.json`)
    .then((response) => response.json())
    .catch(() => ({}));
  return (key, values = {}) =>
    (words[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => `${values[name]}`);
}
