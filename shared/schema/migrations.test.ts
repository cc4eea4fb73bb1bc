import { expect, test } from 'vitest';
import { currentFormat } from './flow.ts';
import { isNewerFormat, migrateBotFile, migrations } from './migrations.ts';

/** For each format that a file may still have: a file of it, and what becomes of it. */
const cases: Record<string, { before: Record<string, unknown>; after: Record<string, unknown> }> = {
  'baton/0': {
    before: {
      format: 'baton/0',
      bot: { name: 'Shop' },
      flows: [{ id: 'main', nodes: [{ type: 'message', data: { text: { nl: 'Hoi', en: 'Hi' } } }] }],
    },
    after: {
      format: 'baton/1',
      bot: { name: 'Shop', languages: ['nl', 'en'] },
      flows: [{ id: 'main', nodes: [{ type: 'message', data: { text: { nl: 'Hoi', en: 'Hi' } } }] }],
    },
  },
};

test('every migration is shown by a file before and after it, and they lead to the current format', () => {
  expect(migrations.map(({ from }) => from)).toEqual(Object.keys(cases));
  expect(migrations.at(-1)?.to).toBe(currentFormat);
});

test.each(Object.entries(cases))('a file of %s is brought up to date', (_format, { before, after }) => {
  expect(migrateBotFile(before)).toEqual(after);
});

test('texts in no language are taken to be English', () => {
  const file = { format: 'baton/0', bot: { name: 'Shop' }, flows: [{ nodes: [{ data: { text: 'Hi' } }] }] };
  expect(migrateBotFile(file).bot).toEqual({ name: 'Shop', languages: ['en'] });
});

test.each([null, 'flows', [[]], { bot: 5 }])(
  'a migration takes %j for what it is and throws at nothing',
  (flows) => {
    expect(migrateBotFile({ format: 'baton/0', bot: null, flows })).toMatchObject({ format: currentFormat });
  },
);

test.each([
  ['baton/2', true],
  ['baton/10', true],
  ['baton/1', false],
  ['baton/0', false],
  ['baton/x', false],
  [7, false],
])('%s is newer than this program: %s', (format, newer) => {
  expect(isNewerFormat(format)).toBe(newer);
});
