import type Database from 'better-sqlite3';

export type Row = Record<string, string | number | null>;

/** A row that was written while the log was on. */
export interface LoggedWrite {
  table: string;
  kind: 'insert' | 'update' | 'delete';
  /** As it was; null of a new row. */
  before: Row | null;
  /** As it is; null of a row that is gone. */
  after: Row | null;
}

/** Makes a database note every row that is written, by triggers: whatever statements Baton uses, the rows tell. */
export function startWriteLog(handle: Database.Database): void {
  handle.exec('create table bench_writes (seq integer primary key, line text not null)');
  for (const { name } of tablesOf(handle)) {
    const columns = columnsOf(handle, name).map((column) => column.name);
    const row = (of: 'old' | 'new') =>
      `json_object(${columns.map((column) => `'${column}', ${of}."${column}"`).join(', ')})`;
    const log = (kind: LoggedWrite['kind'], before: string, after: string) => {
      const line = `json_object('table', '${name}', 'kind', '${kind}', 'before', ${before}, 'after', ${after})`;
      handle.exec(
        `create trigger bench_${kind}_${name} after ${kind} on "${name}" begin insert into bench_writes (line) values (${line}); end`,
      );
    };
    log('insert', 'null', row('new'));
    log('update', row('old'), row('new'));
    log('delete', row('old'), 'null');
  }
}

/** How many rows were noted so far. */
export function countWrites(handle: Database.Database): number {
  return handle.prepare('select coalesce(max(seq), 0) from bench_writes').pluck().get() as number;
}

/** The writes after the first `from`, up to and with number `to`. */
export function readWrites(handle: Database.Database, from: number, to: number): LoggedWrite[] {
  const lines = handle
    .prepare('select line from bench_writes where seq > ? and seq <= ? order by seq')
    .pluck()
    .all(from, to) as string[];
  return lines.map((line) => JSON.parse(line) as LoggedWrite);
}

/** Names of a table's key columns. */
export function keyOf(handle: Database.Database, table: string): string[] {
  return columnsOf(handle, table)
    .filter(({ pk }) => pk > 0)
    .map(({ name }) => name);
}

/** Tables whose rows belong to conversations or to their calls; no file contents. */
export function tablesOf(handle: Database.Database): { name: string }[] {
  const tables = handle
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'kysely_%' and name not like 'bench_%'",
    )
    .all() as { name: string }[];
  return tables.filter(({ name }) => columnsOf(handle, name).every(({ type }) => !/blob/i.test(type)));
}

function columnsOf(handle: Database.Database, table: string) {
  return handle.pragma(`table_info("${table}")`) as { name: string; type: string; pk: number }[];
}
