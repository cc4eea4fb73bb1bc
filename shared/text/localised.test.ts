import { expect, test } from 'vitest';
import { findLanguage, localise, toLanguages } from './localised.ts';

const text = { nl: 'Hallo', en: 'Hello', pl: '' };

test('a text is given in the language asked for, also of a region', () => {
  expect(localise(text, 'en', 'nl')).toBe('Hello');
  expect(localise(text, 'en-GB', 'nl')).toBe('Hello');
  expect(localise('Hi', 'pl', 'nl')).toBe('Hi');
});

test('a missing or empty language falls back', () => {
  expect(localise(text, 'bg', 'nl')).toBe('Hallo');
  expect(localise(text, 'pl', 'nl')).toBe('Hallo');
  expect(localise({ en: 'Hello' }, 'bg', 'nl')).toBe('Hello');
  expect(localise({}, 'bg', 'nl')).toBe('');
});

test('a language named like a property of every object is simply missing', () => {
  expect(localise(text, 'constructor', 'nl')).toBe('Hallo');
});

test('only languages with a text count as written', () => {
  expect(toLanguages(text)).toEqual(['nl', 'en']);
  expect(toLanguages('Hi')).toEqual([]);
});

test('a language is found by its exact tag before its base', () => {
  expect(findLanguage(['pt', 'pt-BR'], 'pt-br')).toBe('pt-BR');
  expect(findLanguage(['pt-BR'], 'pt')).toBe('pt-BR');
  expect(findLanguage(['pt-BR'], 'nl')).toBeUndefined();
});
