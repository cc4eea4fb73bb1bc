import { expect, test } from 'vitest';
import type { Path } from '../schema/references.ts';
import { readBot } from './read-bot.ts';
import { change } from './testing/change.ts';
import { toGoodBot } from './testing/good-bot.ts';

/** What is changed in a good bot (a path, its new value), and how it is then refused; null: at that path. */
const broken: [name: string, at: Path, value: unknown, code: string, path: Path | null, message: string][] = [
  ['no name', ['bot', 'name'], '', 'missing-value', null, 'This has no name yet. Give it one.'],
  [
    'no languages',
    ['bot', 'languages'],
    [],
    'too-few',
    null,
    'There are too few entries here: at least 1. Add what is missing.',
  ],
  [
    'a word for a language',
    ['bot', 'languages', 0],
    'English',
    'a-language',
    null,
    '“English” is not a language. Write it short, like nl or pt-BR.',
  ],
  [
    'a time zone that does not exist',
    ['bot', 'hours', 'timezone'],
    'Europe/Rotterdam',
    'a-timezone',
    null,
    '“Europe/Rotterdam” is not a time zone. Write it like Europe/Amsterdam.',
  ],
  [
    'a time that does not exist',
    ['bot', 'hours', 'week', 'mon', 0, 0],
    '25:00',
    'a-time',
    null,
    '“25:00” is not a time. Write it like 09:30; 24:00 ends a day.',
  ],
  [
    'hours that end before they begin',
    ['bot', 'hours', 'week', 'mon', 0],
    ['18:00', '02:00'],
    'an-interval',
    null,
    'These opening hours end before they begin. Let them begin first; write hours past midnight as two entries, the second on the next day.',
  ],
  [
    'a date that does not exist',
    ['bot', 'hours', 'exceptions', 0, 'date'],
    '2026-02-30',
    'a-date',
    null,
    '“2026-02-30” is not a date. Write it like 2026-12-25.',
  ],
  [
    'an address that is none',
    ['bot', 'handoff', 'notify', 'emails', 0],
    'desk',
    'an-email',
    null,
    '“desk” is not an e-mail address. Write it like desk@example.com.',
  ],
  [
    'a slug with capitals',
    ['bot', 'slug'],
    'Web Shop',
    'a-slug',
    null,
    '“Web Shop” cannot be the bot’s address. Use small letters, digits and hyphens, such as web-shop.',
  ],
  [
    'a picture that runs a script',
    ['bot', 'assets', 'robin'],
    'data:text/html;base64,AAAA',
    'an-asset',
    null,
    'This is not a picture that Baton can show. Add it again as PNG, JPEG, GIF, WebP or SVG.',
  ],
  [
    'a variable named in words',
    ['bot', 'variables', 0, 'name'],
    'order number',
    'a-variable-name',
    null,
    '“order number” cannot be the name of a variable. Begin with a letter and use letters without accents, digits and _ only.',
  ],
  [
    'a choice of nothing',
    ['bot', 'variables', 1, 'options'],
    [],
    'choice-without-options',
    null,
    'Customers would be asked to choose from nothing. Give the variable “size” its options.',
  ],
  [
    'a list for an object',
    ['bot', 'persona'],
    [],
    'wrong-type',
    null,
    'Here stands a list, but what belongs here is an object with fields. Correct it.',
  ],
];

test.each(broken)('refuses %s', (_name, at, value, code, path, message) => {
  const read = readBot(change(toGoodBot(), at, value), 'strict');
  expect(read.ok ? [] : read.error).toContainEqual(
    expect.objectContaining({ code, severity: 'error', path: path ?? at, message }),
  );
});
