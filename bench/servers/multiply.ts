import { join } from 'node:path';
import Database from 'better-sqlite3';
import { tablesOf } from '../record/write-log.ts';

const freshId = 'lower(hex(randomblob(16)))';

/**
 * Copies conversations with all that belongs to them, each `times` times under new ids, so that a database of years
 * is made in seconds. Baton must not run meanwhile.
 */
export function multiplyConversations(folder: string, ids: readonly string[], times: number): void {
  withDatabase(folder, (handle) => {
    handle.exec('create temp table copies (old text, old_contact text, new text, new_contact text)');
    const add = handle.prepare(`
      with recursive counter (n) as (select 1 union all select n + 1 from counter where n < ?)
      insert into copies
      select id, contact, ${freshId}, ${freshId} from conversations, counter where id = ?`);
    for (const id of ids) add.run(times, id);
    handle.exec('create index temp.copies_new on copies (new)');
    copyRows(handle, 'conversations', 'id', { id: 'new', contact: 'new_contact' });
    copyRows(handle, 'contacts', 'id', { id: 'new_contact' }, 'old_contact');
    copyRows(handle, 'messages', 'conversation', { id: freshId, conversation: 'new' });
    copyRows(handle, 'events', 'conversation', { conversation: 'new' });
    copyRows(handle, 'observations', 'conversation', { conversation: 'new' });
    copyRows(handle, 'client_calls', 'scope', { scope: 'new' });
  });
}

/** Repeats what was said in these conversations until each has so many messages. */
export function lengthenConversations(folder: string, ids: readonly string[], messages: number): void {
  withDatabase(folder, (handle) => {
    for (const id of ids) {
      const has = handle
        .prepare('select last_number from conversations where id = ?')
        .pluck()
        .get(id) as number;
      const times = Math.ceil((messages - has) / has);
      repeatRows(handle, 'messages', id, times, { id: freshId });
      repeatRows(handle, 'events', id, times, {});
      repeatRows(handle, 'observations', id, times, {});
      handle
        .prepare(
          `update conversations set last_number = last_number * @more, last_customer_number = last_customer_number + last_number * (@more - 1),
          event_count = event_count * @more where id = @id`,
        )
        .run({ more: times + 1, id });
    }
  });
}

function withDatabase(folder: string, use: (handle: Database.Database) => void): void {
  const handle = new Database(join(folder, 'baton.sqlite'));
  handle.pragma('synchronous = OFF');
  handle.pragma('cache_size = -400000');
  handle.transaction(use)(handle);
  handle.exec('analyze');
  handle.pragma('wal_checkpoint(TRUNCATE)');
  handle.close();
}

/** Copies a table's rows for each copy of their conversation; the named columns get another value. */
function copyRows(
  handle: Database.Database,
  table: string,
  key: string,
  changes: Record<string, string>,
  old: 'old' | 'old_contact' = 'old',
): void {
  const columns = columnsOf(handle, table);
  handle.exec(`insert into ${table} (${columns.join(', ')})
    select ${columns.map((column) => changes[column] ?? `rows.${column}`).join(', ')}
    from copies join ${table} rows on rows.${key} = copies.${old} order by copies.new`);
}

/** Copies the numbered rows of a conversation, numbered on. */
function repeatRows(
  handle: Database.Database,
  table: string,
  conversation: string,
  times: number,
  changes: Record<string, string>,
): void {
  const columns = columnsOf(handle, table);
  const last = `(select max(number) from ${table} where conversation = @conversation)`;
  const values: Record<string, string> = { number: `number + n * ${last}`, ...changes };
  handle
    .prepare(
      `with recursive counter (n) as (select 1 union all select n + 1 from counter where n < @times)
      insert into ${table} (${columns.join(', ')})
      select ${columns.map((column) => values[column] ?? column).join(', ')}
      from counter, (select * from ${table} where conversation = @conversation) order by n, number`,
    )
    .run({ conversation, times });
}

function columnsOf(handle: Database.Database, table: string): string[] {
  if (!tablesOf(handle).some(({ name }) => name === table))
    throw new Error(`There is no table ${table} any more.`);
  return (handle.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name);
}
