import { describe, expect, it } from 'vitest';

const files = import.meta.glob<Record<string, unknown>>('./*/*.json', { eager: true, import: 'default' });
const languages = ['en', 'nl', 'pl', 'bg'];
const areas = [...new Set(Object.keys(files).map((path) => path.split('/').at(-1) ?? ''))];
const plural = /_(zero|one|two|few|many|other)$/;

/** All texts of a file by their dotted keys. */
function flatten(value: unknown, key = ''): [string, string][] {
  if (typeof value === 'string') return [[key, value]];
  return Object.entries(value ?? {}).flatMap(([name, inner]) =>
    flatten(inner, key ? `${key}.${name}` : name),
  );
}

/** What a reader must find: each key once, whatever its plural forms. */
function keysOf(texts: [string, string][]): string[] {
  return [...new Set(texts.map(([key]) => key.replace(plural, '')))].sort();
}

/** The values a text inserts; a plural form may say its number in words ('a day'). */
function placeholdersOf(key: string, text: string): string[] {
  const names = [...text.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name]) => name ?? '');
  return names.filter((name) => name !== 'count' || !plural.test(key)).sort();
}

describe.each(areas)('the texts of %s', (area) => {
  const english = flatten(files[`./en/${area}`]);

  it.each(languages)('are complete in %s', (language) => {
    const keys = keysOf(flatten(files[`./${language}/${area}`]));
    const wanted = keysOf(english);
    expect({
      missing: wanted.filter((key) => !keys.includes(key)),
      tooMuch: keys.filter((key) => !wanted.includes(key)),
    }).toEqual({ missing: [], tooMuch: [] });
  });

  it.each(languages)('have every plural form of %s', (language) => {
    const texts = flatten(files[`./${language}/${area}`]);
    const counted = new Set(
      texts.filter(([key]) => plural.test(key)).map(([key]) => key.replace(plural, '')),
    );
    for (const key of counted) {
      const type = key.endsWith('_ordinal') ? 'ordinal' : 'cardinal';
      const forms = new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories.toSorted();
      const found = texts.flatMap(([name]) =>
        name.replace(plural, '') === key ? (plural.exec(name)?.[1] ?? []) : [],
      );
      expect([key, found.toSorted()]).toEqual([key, forms]);
    }
  });

  it.each(languages)('say something and insert the same values in %s', (language) => {
    const inEnglish = new Map(
      english.map(([key, text]) => [key.replace(plural, ''), placeholdersOf(key, text)]),
    );
    for (const [key, text] of flatten(files[`./${language}/${area}`])) {
      expect([key, text.trim()]).not.toEqual([key, '']);
      expect([key, placeholdersOf(key, text)]).toEqual([key, inEnglish.get(key.replace(plural, ''))]);
    }
  });
});
