import { describe, expect, it, test } from 'vitest';
import { mergeInserts, toRecordedWrite } from './to-recorded-write.ts';

const turn = { conversation: 'c-1', call: 'call-1', at: 1_800_000_000_000 };

describe('a recorded write', () => {
  it('is an insert whose ids, numbers and times are made anew', () => {
    const after = { id: 'm-1', conversation: 'c-1', number: 7, at: turn.at - 3, parts: '[]', feedback: null };
    const write = { table: 'messages', kind: 'insert', before: null, after } as const;
    expect(toRecordedWrite(write, ['id'], turn)).toEqual({
      sql: 'insert into messages (id, conversation, number, at, parts, feedback) values (?, ?, ?, ?, ?, ?)',
      params: [
        { is: 'fresh' },
        { is: 'conversation' },
        { is: 'next', table: 'messages' },
        { is: 'now', later: -3 },
        { is: 'same', value: '[]' },
        { is: 'same', value: null },
      ],
    });
  });

  it('is an update of the columns that changed, counters raised by as much', () => {
    const before = {
      id: 'c-1',
      bot: 'b',
      version: 4,
      last_number: 6,
      state: '{}',
      changed_at: 1_700_000_000_000,
    };
    const after = { ...before, version: 5, last_number: 8, state: '{"a":1}', changed_at: turn.at };
    const write = { table: 'conversations', kind: 'update', before, after } as const;
    expect(toRecordedWrite(write, ['id'], turn)).toEqual({
      sql: 'update conversations set version = ?, last_number = ?, state = ?, changed_at = ? where id = ?',
      params: [
        { is: 'raised', column: 'version', by: 1 },
        { is: 'raised', column: 'last_number', by: 2 },
        { is: 'same', value: '{"a":1}' },
        { is: 'now', later: 0 },
        { is: 'conversation' },
      ],
    });
  });

  it('names the row of a delete by its key, with the id of the call where that is part of it', () => {
    const before = { scope: 'c-1', id: 'call-1', answer: '{}' };
    const write = { table: 'client_calls', kind: 'delete', before, after: null } as const;
    expect(toRecordedWrite(write, ['scope', 'id'], turn)).toEqual({
      sql: 'delete from client_calls where scope = ? and id = ?',
      params: [{ is: 'conversation' }, { is: 'call' }],
    });
  });
});

test('rows that follow each other into one table are one statement', () => {
  const insert = (table: string, value: number) => ({
    sql: `insert into ${table} (number) values (?)`,
    params: [{ is: 'same', value } as const],
  });
  const remove = { sql: 'delete from timers where name = ?', params: [{ is: 'call' } as const] };
  const merged = mergeInserts([insert('a', 1), insert('a', 2), insert('b', 3), remove, remove]);
  expect(merged.map(({ sql }) => sql)).toEqual([
    'insert into a (number) values (?), (?)',
    'insert into b (number) values (?)',
    remove.sql,
    remove.sql,
  ]);
  expect(merged[0]?.params).toEqual([
    { is: 'same', value: 1 },
    { is: 'same', value: 2 },
  ]);
});
