import type { Transaction } from 'kysely';
import type { Tables } from './tables.ts';

const inConversation = ['messages', 'events', 'observations', 'timers', 'outbox', 'seen', 'notes'] as const;

/** Removes conversations with everything that belongs to them; their contacts stay. */
export async function removeConversations(tx: Transaction<Tables>, ids: readonly string[]): Promise<void> {
  // Databases limit the number of parameters of one statement.
  for (let from = 0; from < ids.length; from += 500) {
    const some = ids.slice(from, from + 500);
    for (const table of inConversation)
      await tx.deleteFrom(table).where('conversation', 'in', some).execute();
    await tx
      .deleteFrom('file_chunks')
      .where('file', 'in', tx.selectFrom('files').select('id').where('conversation', 'in', some))
      .execute();
    await tx.deleteFrom('files').where('conversation', 'in', some).execute();
    await tx.deleteFrom('client_calls').where('scope', 'in', some).execute();
    await tx.deleteFrom('conversations').where('id', 'in', some).execute();
  }
}
