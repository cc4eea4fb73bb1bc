import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from './tables.ts';

type Write = (tx: Transaction<Tables>) => Promise<void>;

interface Waiting {
  write: Write;
  done: () => void;
  failed: (error: unknown) => void;
}

const mostAtOnce = 100;

/**
 * Lets writes that come at the same moment share one transaction, since waiting for the disk is what costs.
 * Each is answered after the commit, and each stands behind a savepoint: one that throws is undone alone.
 */
export function createGroupCommit(db: Kysely<Tables>): (write: Write) => Promise<void> {
  const waiting: Waiting[] = [];
  let running = false;
  const run = async (): Promise<void> => {
    while (waiting.length > 0) await commitGroup(db, waiting.splice(0, mostAtOnce));
    running = false;
  };
  return (write) =>
    new Promise((done, failed) => {
      waiting.push({ write, done, failed });
      if (running) return;
      running = true;
      // What else is ready in this round of the event loop comes along.
      setImmediate(() => void run());
    });
}

async function commitGroup(db: Kysely<Tables>, group: readonly Waiting[]): Promise<void> {
  const written: Waiting[] = [];
  const undone: { one: Waiting; error: unknown }[] = [];
  try {
    await db.transaction().execute(async (tx) => {
      for (const one of group) {
        const error = await writeAlone(tx, one.write);
        if (error === undefined) written.push(one);
        else undone.push({ one, error });
      }
    });
  } catch (error) {
    for (const one of group) one.failed(error);
    return;
  }
  for (const one of written) one.done();
  for (const { one, error } of undone) one.failed(error);
}

/** Undefined when it is written; what it threw when it was undone. */
async function writeAlone(tx: Transaction<Tables>, write: Write): Promise<unknown> {
  await sql`savepoint turn`.execute(tx);
  try {
    await write(tx);
    await sql`release savepoint turn`.execute(tx);
    return undefined;
  } catch (error) {
    await sql`rollback to savepoint turn`.execute(tx);
    await sql`release savepoint turn`.execute(tx);
    return error ?? new Error('A write failed without a reason.');
  }
}
