import { expect, test } from 'vitest';
import { parseChoice } from './choice.ts';

const options = [
  { id: 'track', label: 'Track my order' },
  { id: 'returns', label: 'Returns' },
  { id: 'free', label: 'Free returns' },
  { id: 'like', label: '👍' },
];
const consent = [
  { id: 'accept', label: 'Tak, połącz mnie' },
  { id: 'decline', label: 'Nie' },
];

test.each([
  ['track my order!', 'track'],
  ['I want to TRACK my order please', 'track'],
  ['returns?', 'returns'],
  ['free returns please', 'free'],
  ['2', 'returns'],
  ['2.', 'returns'],
  ['option 1', 'track'],
  ['👍', 'like'],
])('%s means %s', (text, id) => {
  expect(parseChoice(text, options)).toBe(id);
});

test.each(['returns or track my order', 'something', '9', '0', '', `${'many words '.repeat(10)}returns`])(
  '%s means none of them',
  (text) => {
    expect(parseChoice(text, options)).toBe(null);
  },
);

test('a yes or no in other words is the option that says so', () => {
  expect(parseChoice('jasne', consent)).toBe('accept');
  expect(parseChoice('tak proszę', consent)).toBe('accept');
  expect(parseChoice('nie, dziękuję', consent)).toBe('decline');
  expect(parseChoice('nie wiem', consent)).toBe(null);
});

test('an exact label counts more than a number', () => {
  expect(
    parseChoice('2', [
      { id: 'a', label: '2' },
      { id: 'b', label: '1' },
    ]),
  ).toBe('a');
});
