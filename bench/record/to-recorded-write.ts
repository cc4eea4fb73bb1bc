import type { Filler, RecordedWrite } from './recording.ts';
import type { LoggedWrite, Row } from './write-log.ts';

/** What is known of the message for which a row was written. */
export interface Turn {
  conversation: string;
  call: string;
  /** When it was answered, in milliseconds since 1970. */
  at: number;
}

/** A row of the log as a statement that writes the same in any conversation. `key` names the table's key columns. */
export function toRecordedWrite(write: LoggedWrite, key: readonly string[], turn: Turn): RecordedWrite {
  const { table, kind, before, after } = write;
  if (kind === 'insert' && after) return toInsert(table, after, turn);
  const row = after ?? before ?? {};
  const where = key.map((column) => `${column} = ?`).join(' and ');
  const keyParams = key.map((column) => toFiller(column, row[column] ?? null, turn));
  if (!after || !before) return { sql: `delete from ${table} where ${where}`, params: keyParams };
  const changed = Object.keys(after).filter((column) => after[column] !== before[column]);
  const columns = changed.length > 0 ? changed : Object.keys(after).filter((column) => !key.includes(column));
  return {
    sql: `update ${table} set ${columns.map((column) => `${column} = ?`).join(', ')} where ${where}`,
    params: [...columns.map((column) => toChange(write, column, turn)), ...keyParams],
  };
}

/** Rows that follow each other into one table as one statement, since that is how one writes them. */
export function mergeInserts(writes: readonly RecordedWrite[]): RecordedWrite[] {
  const merged: RecordedWrite[] = [];
  for (const { sql, params } of writes) {
    const last = merged.at(-1);
    const [, start, values] = /^(insert into .+ values )(\(.+\))$/.exec(sql) ?? [];
    if (last && start !== undefined && values !== undefined && last.sql.startsWith(start)) {
      merged[merged.length - 1] = { sql: `${last.sql}, ${values}`, params: [...last.params, ...params] };
    } else merged.push({ sql, params });
  }
  return merged;
}

function toInsert(table: string, row: Row, turn: Turn): RecordedWrite {
  const columns = Object.keys(row);
  return {
    sql: `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
    params: columns.map((column) =>
      column === 'number' && 'conversation' in row
        ? { is: 'next', table }
        : toFiller(column, row[column] ?? null, turn),
    ),
  };
}

/** Only the conversation's own counters are known when it is written again. */
function toChange({ table, before, after }: LoggedWrite, column: string, turn: Turn): Filler {
  const [from, to] = [before?.[column], after?.[column]];
  const counts = table === 'conversations' && typeof from === 'number' && typeof to === 'number';
  if (counts && !isNow(to, turn)) return { is: 'raised', column, by: to - from };
  return toFiller(column, to ?? null, turn);
}

function toFiller(column: string, value: string | number | null, turn: Turn): Filler {
  if (value === turn.conversation) return { is: 'conversation' };
  if (value === turn.call) return { is: 'call' };
  if (column === 'id' && typeof value === 'string') return { is: 'fresh' };
  if (typeof value === 'number' && isNow(value, turn)) return { is: 'now', later: value - turn.at };
  return { is: 'same', value };
}

/** A moment near the message's own: an hour before, or a timer up to a month after. */
function isNow(value: number, { at }: Turn): boolean {
  return value > at - 3_600_000 && value < at + 31 * 86_400_000;
}
