import { type Kysely, sql } from 'kysely';
import type { StoreMigration } from './migration.ts';

/**
 * A message's key is its conversation and its number: all that is asked of messages is asked within a conversation,
 * an index on ids that nobody can guess cost a quarter of what a message's writes cost, and tables can be divided
 * by conversation only where every key begins with it.
 */
export const messageKeys: StoreMigration = {
  name: '0006-message-keys',
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('keyed_messages')
      .addColumn('conversation', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('sender', 'text', (column) => column.notNull())
      .addColumn('parts', 'text', (column) => column.notNull())
      .addColumn('source', 'text')
      .addColumn('feedback', 'text')
      .addColumn('search', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('messages_key', ['conversation', 'number'])
      .execute();
    await sql`insert into keyed_messages (conversation, number, id, at, sender, parts, source, feedback, search)
      select conversation, number, id, at, sender, parts, source, feedback, search from messages`.execute(db);
    await db.schema.dropTable('messages').execute();
    await db.schema.alterTable('keyed_messages').renameTo('messages').execute();
  },
};
