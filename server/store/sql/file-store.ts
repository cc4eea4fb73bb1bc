import type { Kysely } from 'kysely';
import type { FileStore } from '../store.ts';
import type { Tables } from './tables.ts';
import { transact } from './transact.ts';

const chunkBytes = 256 * 1024;

/** Files of conversations, their bytes in rows of 256 kB. */
export function createFileStore(db: Kysely<Tables>): FileStore {
  return {
    add: (file, bytes) =>
      transact(db, async (tx) => {
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto('files')
          .values(file)
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (numInsertedOrUpdatedRows === 0n) return;
        for (let number = 0; number * chunkBytes < bytes.length; number += 1) {
          const chunk = bytes.subarray(number * chunkBytes, (number + 1) * chunkBytes);
          await tx.insertInto('file_chunks').values({ file: file.id, number, bytes: chunk }).execute();
        }
      }),
    read: async (conversation, id) =>
      (await db
        .selectFrom('files')
        .selectAll()
        .where('conversation', '=', conversation)
        .where('id', '=', id)
        .executeTakeFirst()) ?? null,
    bytes: async (id) => {
      const rows = await db
        .selectFrom('file_chunks')
        .select('bytes')
        .where('file', '=', id)
        .orderBy('number')
        .execute();
      return Buffer.concat(rows.map((row) => row.bytes));
    },
  };
}
