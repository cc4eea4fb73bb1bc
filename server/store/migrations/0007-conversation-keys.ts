import { type Kysely, sql } from 'kysely';
import type { StoreMigration } from './migration.ts';

/** The keys of notes and files begin with their conversation too, so that everything of it can lie on one machine. */
export const conversationKeys: StoreMigration = {
  name: '0007-conversation-keys',
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('keyed_notes')
      .addColumn('conversation', 'text', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('by_person', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('notes_key', ['conversation', 'id'])
      .execute();
    await replace(db, 'notes', ['conversation', 'id', 'at', 'by_person', 'text']);
    await db.schema
      .createTable('keyed_files')
      .addColumn('conversation', 'text', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('mime', 'text', (column) => column.notNull())
      .addColumn('size', 'integer', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('files_key', ['conversation', 'id'])
      .execute();
    await replace(db, 'files', ['conversation', 'id', 'name', 'mime', 'size', 'at']);
  },
};

async function replace(db: Kysely<unknown>, table: string, columns: string[]): Promise<void> {
  const list = sql.join(columns.map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(`keyed_${table}`)} (${list}) select ${list} from ${sql.table(table)}`.execute(
    db,
  );
  await db.schema.dropTable(table).execute();
  await db.schema.alterTable(`keyed_${table}`).renameTo(table).execute();
}
