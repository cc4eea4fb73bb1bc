import { type Kysely, sql } from 'kysely';
import { isPostgres } from '../sql/is-postgres.ts';
import type { StoreMigration } from './migration.ts';

/** Everything that Baton keeps of bots, conversations and the desk. */
export const firstTables: StoreMigration = {
  name: '0001-first-tables',
  up: async (db) => {
    await createBots(db);
    await createConversations(db);
    await createTranscript(db);
    await createNotes(db);
    await createWork(db);
    await createDesk(db);
    await createFiles(db);
  },
};

async function createBots(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('bots')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('slug', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('active', 'integer', (column) => column.notNull())
    .addColumn('origins', 'text', (column) => column.notNull())
    .addColumn('current_release', 'integer')
    .addColumn('released_at', 'bigint')
    .addColumn('draft_revision', 'integer', (column) => column.notNull())
    .addColumn('draft_file', 'text', (column) => column.notNull())
    .addColumn('draft_changed_at', 'bigint', (column) => column.notNull())
    .addColumn('draft_ahead', 'integer', (column) => column.notNull())
    .addColumn('archived_at', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  // An archived bot gives its slug free.
  await sql`create unique index bots_slug on bots (slug) where archived_at is null`.execute(db);
  await db.schema
    .createTable('revisions')
    .addColumn('bot', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('changes', 'text', (column) => column.notNull())
    .addColumn('by_person', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('revisions_key', ['bot', 'revision'])
    .execute();
  await db.schema
    .createTable('releases')
    .addColumn('bot', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('file', 'text', (column) => column.notNull())
    .addColumn('model', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('by_person', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('releases_key', ['bot', 'number'])
    .execute();
}

async function createConversations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('contacts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('bot', 'text', (column) => column.notNull())
    .addColumn('attributes', 'text', (column) => column.notNull())
    .addColumn('search', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('conversations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('bot', 'text', (column) => column.notNull())
    .addColumn('contact', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('handler', 'text', (column) => column.notNull())
    .addColumn('folder', 'text', (column) => column.notNull())
    .addColumn('kept_folder', 'text')
    .addColumn('department', 'text')
    .addColumn('priority', 'integer', (column) => column.notNull())
    .addColumn('agent_id', 'text')
    .addColumn('agent_name', 'text')
    .addColumn('last_number', 'integer', (column) => column.notNull())
    .addColumn('last_customer_number', 'integer', (column) => column.notNull())
    .addColumn('event_count', 'integer', (column) => column.notNull())
    .addColumn('waiting_since', 'bigint')
    .addColumn('waited', 'bigint')
    .addColumn('joined_at', 'bigint')
    .addColumn('reason', 'text')
    .addColumn('last', 'text')
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('page', 'text', (column) => column.notNull())
    .addColumn('search', 'text', (column) => column.notNull())
    .execute();
  await indexConversations(db);
}

async function indexConversations(db: Kysely<unknown>): Promise<void> {
  await createIndex(db, 'conversations', 'folder_changed', ['folder', 'changed_at']);
  await createIndex(db, 'conversations', 'changed', ['changed_at']);
  await createIndex(db, 'conversations', 'handler', ['handler', 'bot']);
  await createIndex(db, 'conversations', 'contact', ['contact']);
  await createIndex(db, 'conversations', 'bot_started', ['bot', 'started_at']);
}

async function createTranscript(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('messages')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('sender', 'text', (column) => column.notNull())
    .addColumn('parts', 'text', (column) => column.notNull())
    .addColumn('source', 'text')
    .addColumn('feedback', 'text')
    .addColumn('search', 'text', (column) => column.notNull())
    .addUniqueConstraint('messages_number', ['conversation', 'number'])
    .execute();
  await db.schema
    .createTable('events')
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('release', 'integer', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('facts', 'text')
    .addPrimaryKeyConstraint('events_key', ['conversation', 'number'])
    .execute();
  await db.schema
    .createTable('observations')
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('flow', 'text')
    .addColumn('node', 'text')
    .addColumn('data', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('observations_key', ['conversation', 'number'])
    .execute();
}

async function createNotes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('seen')
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('seen_key', ['conversation', 'person'])
    .execute();
  await db.schema
    .createTable('notes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('by_person', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .execute();
  await createIndex(db, 'notes', 'conversation', ['conversation']);
}

async function createWork(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('timers')
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('due', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('timers_key', ['conversation', 'name'])
    .execute();
  await createIndex(db, 'timers', 'due', ['due']);
  await db.schema
    .createTable('outbox')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text')
    .addColumn('to_text', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('next_at', 'bigint')
    .addColumn('error', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await createIndex(db, 'outbox', 'next', ['status', 'next_at']);
  await createIndex(db, 'outbox', 'created', ['created_at', 'id']);
  await db.schema
    .createTable('client_calls')
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('body_hash', 'text', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('client_calls_key', ['scope', 'id'])
    .execute();
  await createIndex(db, 'client_calls', 'at', ['at']);
}

async function createDesk(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('presence')
    .addColumn('person', 'text', (column) => column.primaryKey())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'bigint')
    .execute();
  await db.schema
    .createTable('departments')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('settings')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('secrets')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .execute();
}

async function createFiles(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('files')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('mime', 'text', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await createIndex(db, 'files', 'conversation', ['conversation']);
  await db.schema
    .createTable('file_chunks')
    .addColumn('file', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('bytes', isPostgres(db) ? 'bytea' : sql`blob`, (column) => column.notNull())
    .addPrimaryKeyConstraint('file_chunks_key', ['file', 'number'])
    .execute();
}

async function createIndex(
  db: Kysely<unknown>,
  table: string,
  name: string,
  columns: string[],
): Promise<void> {
  await db.schema.createIndex(`${table}_${name}`).on(table).columns(columns).execute();
}
