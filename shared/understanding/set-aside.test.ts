import { expect, test } from 'vitest';
import { setAside } from './set-aside.ts';

const restOf = (text: string) => setAside(text, 'en').rest.replace(/\s+/g, ' ').trim();

test.each([
  ['where is AB-123456 now', 'where is now'],
  ['where is ab 123456 now', 'where is now'],
  ['mail jan@example.com please', 'mail please'],
  ['call +31 6 12345678 please', 'call please'],
  ['bought on 2026-11-02 here', 'bought on here'],
  ['see https://example.com/a?b=1 for it', 'see for it'],
  ['I have 2 b2b orders', 'I have 2 b2b orders'],
  ['no values at all', 'no values at all'],
])('%s is judged as %s', (text, rest) => {
  expect(restOf(text)).toBe(rest);
});

test('values are listed in the order of the message, a year of two figures being of this century', () => {
  const { entities } = setAside('on 24-12-26 I paid 12.50 from jan@example.com', 'en');
  expect(entities).toEqual([
    { type: 'date', value: '2026-12-24', text: '24-12-26' },
    { type: 'number', value: 12.5, text: '12.50' },
    { type: 'email', value: 'jan@example.com', text: 'jan@example.com' },
  ]);
});

test('a date that does not exist is no value', () => {
  expect(setAside('on 31-02-2026').entities).toEqual([]);
});
