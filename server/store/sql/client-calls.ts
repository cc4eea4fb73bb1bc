import { type Insertable, type Kysely, sql, type Transaction } from 'kysely';
import type { ClientCallRecord } from '../records.ts';
import { toJson } from './json.ts';
import type { Tables } from './tables.ts';
import { transact } from './transact.ts';

/** Keeps a call; false when it is kept already. */
export async function insertCall(db: Kysely<Tables>, call: ClientCallRecord): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('client_calls')
    .values(toCallRow(call))
    .onConflict((conflict) => conflict.columns(['scope', 'id']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows !== 0n;
}

const mostAtOnce = 500;

/** Removes calls from before a moment, in steps, so that turns come in between; answers how many. */
export async function removeCalls(db: Kysely<Tables>, before: number): Promise<number> {
  for (let removed = 0; ; ) {
    const { numAffectedRows = 0n } = await sql`delete from client_calls where (scope, id) in
      (select scope, id from client_calls where at < ${before} order by at limit ${mostAtOnce})`.execute(db);
    removed += Number(numAffectedRows);
    if (numAffectedRows < mostAtOnce) return removed;
  }
}

/** Thrown to undo a transaction whose result is known. */
class Undo<Result> extends Error {
  readonly result: Result;

  constructor(result: Result) {
    super('A transaction was undone on purpose.');
    this.result = result;
  }
}

/**
 * Does work and keeps the call that wants it, in one transaction. Of a call made twice at once, to whichever
 * process, the second waits for the first and is `repeated`. Work that is not `done` is undone with its call, so
 * that it is decided anew when it is called again.
 */
export async function transactOnce<Result extends string>(
  db: Kysely<Tables>,
  call: ClientCallRecord | null | undefined,
  work: (tx: Transaction<Tables>) => Promise<Result>,
): Promise<Result | 'repeated'> {
  return undone(() =>
    transact(db, async (tx) => {
      if (call && !(await insertCall(tx, call))) return 'repeated';
      const result = await work(tx);
      if (call && result !== 'done') throw new Undo(result);
      return result;
    }),
  );
}

/** Writes nothing of the transaction that it is called in. */
export function undoRepeated(): never {
  throw new Undo('repeated');
}

/** Answers what work came to that was undone on purpose. */
export async function undone<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Undo) return error.result as Result;
    throw error;
  }
}

function toCallRow({
  scope,
  id,
  bodyHash,
  answer,
  at,
}: ClientCallRecord): Insertable<Tables['client_calls']> {
  return { scope, id, body_hash: bodyHash, answer: toJson(answer), at };
}
