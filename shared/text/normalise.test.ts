import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalise, toTokens } from './normalise.ts';

test('case, marks, punctuation and emoji do not count', () => {
  expect(normalise('  Zażółć GĘŚLĄ jaźń!! ')).toBe('zazolc gesla jazn');
  expect(normalise('Coördinatie: één, twéé 🙂')).toBe('coordinatie een twee');
  expect(normalise('Straße Ærø')).toBe('strasse aero');
  expect(normalise("I don’t know — it's late")).toBe('i dont know its late');
});

test('Cyrillic is kept, with й and и alike on every side', () => {
  expect(normalise('Искам да говоря с ЧОВЕК!')).toBe('искам да говоря с човек');
  expect(normalise('Здравей')).toBe(normalise('здравеи'));
});

test('a text of signs only is empty', () => {
  expect(normalise('?!… 👍')).toBe('');
  expect(toTokens('?!')).toEqual([]);
});

test('normalising twice is normalising once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(normalise(normalise(text))).toBe(normalise(text));
    }),
  );
});
