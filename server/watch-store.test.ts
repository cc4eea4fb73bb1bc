import { pino } from 'pino';
import { expect, test } from 'vitest';
import { noMeter } from './meter.ts';
import { createStoreWatch } from './watch-store.ts';

function open() {
  const lines: { level: number; msg: string; seconds?: number; err?: { message: string } }[] = [];
  const counted: string[] = [];
  const watch = createStoreWatch(pino({}, { write: (line: string) => void lines.push(JSON.parse(line)) }), {
    ...noMeter,
    store: (fault) => void counted.push(fault),
  });
  return { watch, lines, counted };
}

test('an outage is one line at its beginning with its reason and one at its end, and is counted once', () => {
  const { watch, lines, counted } = open();
  watch({ state: 'away', cause: new Error('disk I/O error') });
  watch({ state: 'well', seconds: 1.23456 });
  expect(lines).toMatchObject([
    { level: 50, err: { message: 'disk I/O error' } },
    { level: 30, seconds: 1.235, msg: 'The database passed its check and is used again.' },
  ]);
  expect(counted).toEqual(['away']);
});

test('a new reason in the same outage is told, and not counted again', () => {
  const { watch, lines, counted } = open();
  watch({ state: 'away', cause: new Error('disk I/O error') });
  watch({ state: 'away', cause: new Error('it is damaged') });
  expect(lines[1]).toMatchObject({
    err: { message: 'it is damaged' },
    msg: expect.stringMatching(/tried again/),
  });
  expect(counted).toEqual(['away']);
});

test('a disk without room is told as what it is', () => {
  const { watch, lines, counted } = open();
  watch({ state: 'unwritable', cause: new Error('database or disk is full') });
  watch({ state: 'well', seconds: 2 });
  expect(lines.map(({ msg }) => msg)).toEqual([
    expect.stringMatching(/full or refuses/),
    'The disk is written again.',
  ]);
  expect(counted).toEqual(['unwritable']);
});
