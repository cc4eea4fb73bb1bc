import { expect, test } from 'vitest';
import { parsePhone } from './phone.ts';

test.each([
  ['bel me op 06 12345678 aub', 'nl', '+31612345678'],
  ['0612345678 na 12:00', 'nl', '+31612345678'],
  ['0471 12 34 56', 'nl-BE', '+32471123456'],
  ['mój numer to 512345678', 'pl', '+48512345678'],
  ['+48 512 345 678', 'en', '+48512345678'],
  ['0888 123 456', 'bg', '+359888123456'],
  ['тел.: 02/981 12 34', 'bg', '+35929811234'],
  ['020 7946 0958', 'en', '+442079460958'],
  ['(415) 555-2671', 'en', '+14155552671'],
  ['0048512345678', 'xx', '+48512345678'],
])('%s, said in %s, is %s', (text, language, phone) => {
  expect(parsePhone(text, { language })).toBe(phone);
});

test('a region counts more than the language', () => {
  expect(parsePhone('0612345678', { region: 'nl', language: 'en' })).toBe('+31612345678');
});

test.each(['12345', 'no phone', '', 'AB-123456', '99999999999999999999'])('%s is no phone number', (text) => {
  expect(parsePhone(text, { language: 'nl' })).toBe(null);
});

test('bare digits that nobody called a phone number do not count where caution is asked for', () => {
  const options = { language: 'pl', cautious: true };
  expect(parsePhone('zamówienie 512345678', options)).toBe(null);
  expect(parsePhone('mój telefon 512345678', options)).toBe('+48512345678');
  expect(parsePhone('512 345 678', options)).toBe('+48512345678');
});
