import { expect, test } from 'vitest';
import { parseEmail } from './email.ts';

test.each([
  ['mail me at Jan.K+x@Example.co.uk.', 'jan.k+x@example.co.uk'],
  ['<a@b.nl>', 'a@b.nl'],
  ["'x@y.pl'", 'x@y.pl'],
  ['mój adres:anna_nowak@poczta.pl, dziękuję', 'anna_nowak@poczta.pl'],
  ['имейлът ми е ivan@пример.бг!', 'ivan@пример.бг'],
  ['(jan@example.com)', 'jan@example.com'],
  ['a@b or jan@example.com', 'jan@example.com'],
  ["o'brien@example.ie", "o'brien@example.ie"],
])('%s holds %s', (text, email) => {
  expect(parseEmail(text)).toBe(email);
});

test.each([
  'a@b',
  'a@@b.nl',
  'a@b.c',
  'no..dots@x.nl',
  '@x.nl',
  'jan@-x.nl',
  'jan at example.com',
  'a@b@c.nl',
  '',
])('%s holds none', (text) => {
  expect(parseEmail(text)).toBe(null);
});
