import { expect, test } from 'vitest';
import type { Recording } from '../record/recording.ts';
import { type Counters, createPlanner, readCounters } from './plan.ts';

const recording: Recording = {
  numberedTables: ['messages'],
  turns: [
    {
      said: { text: 'Hello' },
      answer: { handler: 'bot' },
      writes: [
        {
          sql: 'update conversations set version = ? where id = ?',
          params: [{ is: 'raised', column: 'version', by: 1 }, { is: 'conversation' }],
        },
        {
          sql: 'insert into messages (number, parts) values (?, ?)',
          params: [
            { is: 'next', table: 'messages' },
            { is: 'same', value: '[]' },
          ],
        },
      ],
    },
    { said: { choice: { option: 'no' } }, answer: {}, writes: [] },
  ],
};

test('a bare server writes what was recorded for the same words, with numbers that go on', () => {
  const counters: Counters = new Map([['c1', { version: 3, '#messages': 8 }]]);
  const plan = createPlanner(recording, counters);
  expect(plan('c1', { id: 'x', text: 'Hello' }).params).toEqual([
    [4, 'c1'],
    [9, '[]'],
  ]);
  expect(plan('c1', { id: 'y', text: 'Hello' }).params).toEqual([
    [5, 'c1'],
    [10, '[]'],
  ]);
  expect(plan('c1', { id: 'z', choice: { option: 'no' } }).params).toEqual([]);
});

test('words or conversations that were never recorded are refused', () => {
  const plan = createPlanner(recording, new Map([['c1', {}]]));
  expect(() => plan('c1', { id: 'x', text: 'Goodbye' })).toThrow('was not recorded');
  expect(() => plan('c2', { id: 'x', text: 'Hello' })).toThrow('was not recorded');
});

test('numbers begin where the database is', async () => {
  const counters = await readCounters(recording, async (sql) =>
    sql.includes('from conversations') ? [{ id: 'c1', version: 3 }] : [{ conversation: 'c1', number: 8 }],
  );
  expect(counters).toEqual(new Map([['c1', { version: 3, '#messages': 8 }]]));
});
