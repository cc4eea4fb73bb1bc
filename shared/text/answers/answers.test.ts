import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBoolean } from './boolean.ts';
import { parseChoice } from './choice.ts';
import { parseDate } from './date.ts';
import { parseEmail } from './email.ts';
import { parseName } from './name.ts';
import { parseNumber } from './number.ts';
import { parseOrderNumber } from './order-number.ts';
import { parsePhone } from './phone.ts';
import { parseRating } from './rating.ts';

const options = [{ id: 'a', label: 'Yes please' }];
const parsers: Record<string, (text: string) => unknown> = {
  boolean: parseBoolean,
  choice: (text) => parseChoice(text, options),
  date: (text) => parseDate(text, { today: '2026-11-21' }),
  email: parseEmail,
  name: parseName,
  number: (text) => parseNumber(text),
  'order number': (text) => parseOrderNumber(text, 'AB-123456'),
  phone: (text) => parsePhone(text, { language: 'en' }),
  rating: (text) => parseRating(text, 'stars'),
};

const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom(
    '12',
    ' 3',
    '@',
    '.',
    '-',
    '/',
    '06',
    ',',
    'a@b.nl',
    'morgen',
    ' in ',
    'AB',
    '+',
    '(',
    '{{',
    '👍',
    '\uD800',
  ),
);
const message = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

test.each(Object.entries(parsers))('reading a %s never throws, whatever is typed', (_, parse) => {
  fc.assert(
    fc.property(message, (text) => {
      expect(parse(text)).not.toBeUndefined();
    }),
  );
});

test('every order number of the form of its example is found in a sentence', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[B-DF-HJ-NP-TV-XZ]{3}-[0-9]{5}$/),
      fc.constantFrom('-', ' ', '', '/'),
      (code, joint) => {
        const typed = code.toLowerCase().replace('-', joint);
        expect(parseOrderNumber(`it is ${typed}, thanks`, 'ABC-12345')).toBe(code);
      },
    ),
  );
});

test.each([
  '0',
  ' ',
  'a@',
  '(0',
  '1 ',
  'a.',
  '1.',
  "i'm ",
  '- ',
  '+0',
  '12/12/',
  '😀',
  '0 (0) ',
  '12-',
  'my name is ',
])('a message of 64 kB of %j does not stall any reader', (unit) => {
  const text = unit.repeat(Math.floor(65_536 / unit.length));
  const started = performance.now();
  for (const parse of Object.values(parsers)) parse(text);
  expect(performance.now() - started).toBeLessThan(1_000);
});
