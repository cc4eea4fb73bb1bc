/** What the designer writes: one string for every language, or a string for each. */
export type Text = string | Readonly<Record<string, string>>;

/**
 * The text in a language. A language that is missing or empty falls back to its base (`nl-BE` to `nl`),
 * then to the fallback language, then to any language that has one; with none at all it is empty.
 */
export function localise(text: Text, language: string, fallback: string): string {
  if (typeof text === 'string') return text;
  return (
    toOwn(text, language) ||
    toOwn(text, toBase(language)) ||
    toOwn(text, fallback) ||
    toOwn(text, toBase(fallback)) ||
    (Object.values(text).find((value) => value !== '') ?? '')
  );
}

function toOwn(texts: Readonly<Record<string, string>>, language: string): string | undefined {
  return Object.hasOwn(texts, language) ? texts[language] : undefined;
}

/** The one of these languages that serves a tag (`nl-BE` is served by `nl`); undefined where none does. */
export function findLanguage<Language extends string>(
  languages: readonly Language[],
  tag: string,
): Language | undefined {
  const wanted = tag.toLowerCase();
  return (
    languages.find((language) => language.toLowerCase() === wanted) ??
    languages.find((language) => toBase(language.toLowerCase()) === toBase(wanted))
  );
}

/** The languages in which a text is written; a plain string has no language, so none. */
export function toLanguages(text: Text): string[] {
  if (typeof text === 'string') return [];
  return Object.keys(text).filter((language) => text[language] !== '');
}

function toBase(language: string): string {
  return language.split('-')[0] ?? language;
}
