import { afterEach, expect, test, vi } from 'vitest';
import { createWords, toWindowLanguage } from './words.ts';

afterEach(() => vi.unstubAllGlobals());

function answer(files: Record<string, object>): void {
  vi.stubGlobal('fetch', (address: string) => {
    const found = Object.entries(files).find(([name]) => address.endsWith(name));
    return found
      ? Promise.resolve(Response.json(found[1]))
      : Promise.reject(new TypeError('Failed to fetch'));
  });
}

function load(base: string, language: string): Promise<ReturnType<ReturnType<typeof createWords>>> {
  return new Promise((resolve) => {
    const words = createWords(base, () => resolve(words(language)));
    words(language);
  });
}

test('a language we lack is shown in English, a region in its language', () => {
  expect(['nl', 'nl-BE', 'PL', 'de', ''].map(toWindowLanguage)).toEqual(['nl', 'nl', 'pl', 'en', 'en']);
});

test('words come from the file of their language, with values in their places', async () => {
  answer({ '/widget/nl.json': { position: 'U bent nummer {{position}}.' } });
  const say = await load('http://chat.example', 'nl');
  expect(say?.('position', { position: 2 })).toBe('U bent nummer 2.');
});

test('where words do not load, their keys stand in', async () => {
  answer({});
  const say = await load('http://chat.example', 'nl');
  expect(say?.('send')).toBe('send');
});
