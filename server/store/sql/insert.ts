import type { SqlValue, Statement } from './statement.ts';

/** More rows than these go in steps, so that there are only so many different texts. */
const mostRows = 8;

/** Makes statements that insert rows of one table, several at once; each number of rows has one text. */
export function createInsert(
  table: string,
  columns: readonly string[],
  ending = '',
): (rows: readonly SqlValue[][]) => Statement[] {
  const row = `(${columns.map(() => '?').join(', ')})`;
  const texts = Array.from({ length: mostRows }, (_, more) => {
    const rows = Array.from({ length: more + 1 }, () => row).join(', ');
    return `insert into ${table} (${columns.join(', ')}) values ${rows}${ending}`;
  });
  return (rows) => {
    const statements: Statement[] = [];
    for (let from = 0; from < rows.length; from += mostRows) {
      const some = rows.slice(from, from + mostRows);
      statements.push({ sql: texts[some.length - 1] ?? '', params: join(some) });
    }
    return statements;
  };
}

/** `flat` takes fifteen times as long, and each message of a customer comes by here three times. */
function join(rows: readonly SqlValue[][]): SqlValue[] {
  const values: SqlValue[] = [];
  for (const row of rows) values.push(...row);
  return values;
}
