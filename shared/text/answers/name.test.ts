import { expect, test } from 'vitest';
import { parseName } from './name.ts';

test.each([
  ['Hi, my name is Jan de Vries.', 'Jan de Vries'],
  ['Ik heet Piet', 'Piet'],
  ['nazywam się Anna Nowak, dzień dobry', 'Anna Nowak'],
  ['mam na imię Łukasz', 'Łukasz'],
  ['Казвам се Иван Петров!', 'Иван Петров'],
  ['Иван се казвам', 'Иван'],
  ["I'm Bob", 'Bob'],
  ['I’m Bob', 'Bob'],
  ['Ik ben Anneke, en ik heb een vraag', 'Anneke'],
  ['Anna heet ik', 'Anna'],
  ['Name: Joe', 'Joe'],
  ['Hello, Jan', 'Jan'],
  ['  Mr. J. Smith ', 'Mr. J. Smith'],
  ["O'Brien", "O'Brien"],
  ['Imani', 'Imani'],
  ['Metje', 'Metje'],
  ['Anna-Maria van den Berg', 'Anna-Maria van den Berg'],
])('%s gives %s', (text, name) => {
  expect(parseName(text)).toBe(name);
});

test.each(['', '   ', '123', '?!'])('%s holds no name', (text) => {
  expect(parseName(text)).toBe(null);
});

test('a name is cut at 120 characters', () => {
  expect(parseName('a'.repeat(5000))).toHaveLength(120);
});
