import { join } from 'node:path';
import Database from 'better-sqlite3';
import { tablesOf } from '../record/write-log.ts';

/** Rows and bytes of each table. */
export type Contents = Record<string, { rows: number; bytes: number }>;

/** What is in the SQLite database of this data folder. */
export function readContents(folder: string): Contents {
  const handle = new Database(join(folder, 'baton.sqlite'), { readonly: true });
  const contents: Contents = {};
  for (const { name } of tablesOf(handle)) {
    const columns = handle.pragma(`table_info("${name}")`) as { name: string }[];
    const bytes = columns.map((column) => `coalesce(length("${column.name}"), 0)`).join(' + ');
    const row = handle
      .prepare(`select count(*) as rows, coalesce(sum(${bytes}), 0) as bytes from "${name}"`)
      .get();
    contents[name] = row as { rows: number; bytes: number };
  }
  handle.close();
  return contents;
}

/** How many rows and bytes each accepted message has added, in all tables that grew. */
export function toWorkPerMessage(before: Contents, after: Contents, accepted: number): Contents {
  const grown = Object.entries(after).flatMap(([table, { rows, bytes }]) => {
    const was = before[table] ?? { rows: 0, bytes: 0 };
    const added = { rows: (rows - was.rows) / accepted, bytes: (bytes - was.bytes) / accepted };
    return added.rows !== 0 || added.bytes !== 0 ? [[table, added] as const] : [];
  });
  return Object.fromEntries(grown);
}

/** Why a round is no result: calls that failed, or accepted messages of which nothing is stored. */
export function findFault(
  driven: { accepted: number; errors: Record<string, number> },
  work: Contents,
): string | undefined {
  const failed = Object.entries(driven.errors).map(([status, count]) => `${count} × status ${status}`);
  if (failed.length > 0) return `calls failed: ${failed.join(', ')}`;
  if (driven.accepted === 0) return 'nothing was answered';
  const stored = Math.round((work.client_calls?.rows ?? 0) * driven.accepted);
  return stored < driven.accepted ? `${driven.accepted} accepted, ${stored} stored` : undefined;
}
