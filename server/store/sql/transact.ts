import type { Kysely, Transaction } from 'kysely';

const mostTries = 8;
/** Serialization failure and deadlock in PostgreSQL: nothing of it was written, and it succeeds when tried again. */
const races: unknown[] = ['40001', '40P01'];

/** Runs work in one transaction, and once more where another transaction stood in its way. */
export async function transact<Tables, Result>(
  db: Kysely<Tables>,
  work: (tx: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (tried === mostTries || !races.includes(toCode(error))) throw error;
    }
  }
}

/** Whether somebody else has taken, at the same moment, what may be there only once. */
export function isTwice(error: unknown): boolean {
  return toCode(error) === '23505';
}

function toCode(error: unknown): unknown {
  return (error as { code?: unknown }).code;
}
