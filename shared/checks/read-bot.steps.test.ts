import { expect, test } from 'vitest';
import type { Path } from '../schema/references.ts';
import { readBot } from './read-bot.ts';
import { change } from './testing/change.ts';
import { toGoodBot } from './testing/good-bot.ts';

/** What is changed in a good bot (a path, its new value), and how it is then refused; null: at that path. */
const broken: [name: string, at: Path, value: unknown, code: string, path: Path | null, message: string][] = [
  [
    'an unknown field of a step',
    ['flows', 0, 'nodes', 1, 'data', 'txt'],
    'Hi',
    'unknown-field',
    null,
    'Baton does not know the field “txt”. Check its spelling, or take it out.',
  ],
  [
    'an unknown kind of step',
    ['flows', 0, 'nodes', 1, 'type'],
    'massage',
    'unknown-node-type',
    null,
    'Baton has no kind of step called “massage”. Use one of: conversation-start, text-request, unknown, negative-feedback, inactivity, event, flow-start, bot-error, message, choice, ask, rating, condition, set-variable, tag, run-flow, http-request, wait, end, handoff-reply, ticket, start-survey.',
  ],
  [
    'an empty message',
    ['flows', 0, 'nodes', 1, 'data', 'text'],
    '',
    'missing-value',
    null,
    'Customers would see an empty message here. Write what the bot says.',
  ],
  [
    'an empty translation',
    ['flows', 0, 'nodes', 1, 'data', 'text', 'nl'],
    '',
    'missing-value',
    null,
    'Customers would see an empty message here. Write what the bot says.',
  ],
  [
    'a number for a text',
    ['flows', 0, 'nodes', 1, 'data', 'text'],
    5,
    'wrong-type',
    null,
    'Here stands a number, but what belongs here is a text, or a text for each language. Correct it.',
  ],
  [
    'a script for a link',
    ['flows', 0, 'nodes', 1, 'data', 'link'],
    { label: 'Go', url: 'javascript:alert(1)' },
    'a-link',
    ['flows', 0, 'nodes', 1, 'data', 'link', 'url'],
    'Customers could not open “javascript:alert(1)”. Begin the address with https://, http://, mailto: or tel:, without spaces.',
  ],
  [
    'retries by halves',
    ['flows', 0, 'nodes', 2, 'data', 'retries'],
    1.5,
    'not-whole',
    null,
    'This must be a whole number. Leave out what stands behind the point.',
  ],
  [
    'fewer than no retries',
    ['flows', 0, 'nodes', 2, 'data', 'retries'],
    -1,
    'too-low',
    null,
    'This number is too low: it must be at least 0. Raise it.',
  ],
  [
    'an answer that goes nowhere',
    ['flows', 0, 'nodes', 3, 'data', 'variable'],
    undefined,
    'missing-value',
    null,
    'What the customer answers here would be lost. Choose the variable that keeps it.',
  ],
  [
    'an order number without an example',
    ['flows', 0, 'nodes', 3, 'data', 'example'],
    undefined,
    'example-missing',
    null,
    'No order number could be recognised here. Type an example of one as customers see it, such as AB-123456.',
  ],
  [
    'a kind of answer that does not exist',
    ['flows', 0, 'nodes', 3, 'data', 'answer'],
    'iban',
    'not-allowed',
    null,
    '“iban” is not possible here. Use one of: text, name, email, order-number, phone, number, date, choice, file.',
  ],
  [
    'a request without phrases',
    ['flows', 0, 'nodes', 4, 'data'],
    {},
    'phrases-missing',
    ['flows', 0, 'nodes', 4, 'data', 'phrases'],
    'No message of a customer would ever begin this flow. Add a few phrases, or let it listen for requests for a person.',
  ],
  [
    'misses from zero on',
    ['flows', 0, 'nodes', 5, 'data', 'misses'],
    0,
    'too-low',
    null,
    'This number is too low: it must be at least 1. Raise it.',
  ],
  [
    'a branch with two sorts of rules',
    ['flows', 1, 'nodes', 1, 'data', 'branches', 0, 'any'],
    [{ subject: 'misses', op: 'known' }],
    'all-or-any',
    ['flows', 1, 'nodes', 1, 'data', 'branches', 0],
    'This branch has no clear rules. Give it one list: rules that all hold, or rules of which one holds.',
  ],
  [
    'a priority that does not exist',
    ['flows', 1, 'nodes', 2, 'data', 'priority'],
    'asap',
    'not-allowed',
    null,
    '“asap” is not possible here. Use one of: normal, high, urgent.',
  ],
  [
    'a wait of no time',
    ['flows', 1, 'nodes', 2, 'data', 'waitMinutes'],
    0,
    'not-above',
    null,
    'This number is too low: it must be above 0. Raise it.',
  ],
  [
    'an id with a space',
    ['flows', 0, 'nodes', 4, 'id'],
    'ask person',
    'an-id',
    null,
    '“ask person” cannot be an id. Use at most 64 letters without accents, digits, and the signs _ . : -.',
  ],
  [
    'a text without end',
    ['flows', 0, 'nodes', 1, 'data', 'text', 'en'],
    'x'.repeat(5001),
    'too-long',
    null,
    'This text is too long: at most 5000 characters. Shorten it.',
  ],
];

test.each(broken)('refuses %s', (_name, at, value, code, path, message) => {
  const read = readBot(change(toGoodBot(), at, value), 'strict');
  expect(read.ok ? [] : read.error).toContainEqual(
    expect.objectContaining({ code, severity: 'error', path: path ?? at, message }),
  );
});
