import { expect, test } from 'vitest';
import { readFallback, readLanguage, toMissingLanguages, writeLanguage } from './localised-text.ts';

const two = ['en', 'nl'];

test('with one language a text stays plain', () => {
  expect(writeLanguage('', 'en', ['en'], 'Hi')).toBe('Hi');
  expect(readLanguage('Hi', 'en', ['en'])).toBe('Hi');
});

test('with several languages a new text is written for its language, and what is missing is told', () => {
  const text = writeLanguage('', 'en', two, 'Hi');
  expect(text).toEqual({ en: 'Hi' });
  expect(toMissingLanguages(text, two)).toEqual(['nl']);
  expect(readLanguage(text, 'nl', two)).toBe('');
  expect(readFallback(text, 'nl', two)).toBe('Hi');
  expect(writeLanguage(text, 'nl', two, 'Hoi')).toEqual({ en: 'Hi', nl: 'Hoi' });
});

test('a plain text keeps serving all languages until another one is written', () => {
  expect(writeLanguage('Hi', 'en', two, 'Hello')).toBe('Hello');
  expect(writeLanguage('Hi', 'nl', two, 'Hoi')).toEqual({ en: 'Hi', nl: 'Hoi' });
});

test('emptied words fall back again, and an emptied text is empty', () => {
  expect(writeLanguage({ en: 'Hi', nl: 'Hoi' }, 'nl', two, '')).toEqual({ en: 'Hi' });
  expect(writeLanguage({ en: 'Hi' }, 'en', two, '')).toBe('');
});
