import { expect, test } from 'vitest';
import { createWordFinder } from './word-similarity.ts';

const vocabulary = ['order', 'border', 'zamowienie', 'bestelling', 'поръчка'];
const find = createWordFinder(vocabulary);
const nearest = (word: string) => vocabulary[find(word)[0]?.word ?? -1];

test('the same word is wholly similar and comes first', () => {
  expect(find('order')[0]).toEqual({ word: 0, similarity: 1 });
});

test('inflections and slips find their word', () => {
  expect(nearest('zamowienia')).toBe('zamowienie');
  expect(nearest('bestellingen')).toBe('bestelling');
  expect(nearest('поръчката')).toBe('поръчка');
  expect(nearest('oder')).toBe('order');
});

test('another first letter makes another word', () => {
  expect(find('order').map(({ word }) => vocabulary[word])).toEqual(['order']);
});

test('what looks like nothing finds nothing', () => {
  expect(find('xyz')).toEqual([]);
});
