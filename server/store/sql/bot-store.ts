import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { BotRecord, ReleaseRecord } from '../records.ts';
import type { BotChangeRecord, BotStore, DraftSave, NewBot, NewRelease } from '../store.ts';
import { insertCall, transactOnce, undone, undoRepeated } from './client-calls.ts';
import { fromJson, toJson } from './json.ts';
import { removeConversations } from './remove-conversations.ts';
import type { Tables } from './tables.ts';
import { isTwice, transact } from './transact.ts';

/** Bots with their drafts and releases. */
export function createBotStore(db: Kysely<Tables>): BotStore {
  return {
    list: async (archived) => {
      const query = selectBots(db).orderBy('name').orderBy('id');
      const rows = await (archived
        ? query.where('archived_at', 'is not', null)
        : query.where('archived_at', 'is', null)
      ).execute();
      return rows.map(fromBotRow);
    },
    read: async (id) => {
      const row = await selectBots(db).where('id', '=', id).executeTakeFirst();
      return row ? fromBotRow(row) : null;
    },
    find: async (slugOrId) => {
      const row = await selectBots(db)
        .where('archived_at', 'is', null)
        .where((or) => or.or([or('slug', '=', slugOrId), or('id', '=', slugOrId)]))
        // A slug wins over an id that looks the same.
        .orderBy(sql`case when slug = ${slugOrId} then 0 else 1 end`)
        .executeTakeFirst();
      return row ? fromBotRow(row) : null;
    },
    create: (bot, call) => transactOnce(db, call, (tx) => createBot(tx, bot)),
    change: async (id, change, call) => {
      try {
        return await transactOnce(db, call, (tx) => changeBot(tx, id, change));
      } catch (error) {
        if (isTwice(error)) return 'taken';
        throw error;
      }
    },
    remove: (id) => transact(db, (tx) => removeBot(tx, id)),
    ...createVersions(db),
    counts: (since) => countConversations(db, since),
  };
}

type Versions = 'readDraft' | 'saveDraft' | 'releases' | 'readRelease' | 'publish';

/** A bot's draft and its releases. */
function createVersions(db: Kysely<Tables>): Pick<BotStore, Versions> {
  return {
    readDraft: async (id) => {
      const row = await db
        .selectFrom('bots')
        .select(['draft_revision', 'draft_file'])
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? { revision: row.draft_revision, file: fromJson(row.draft_file) } : null;
    },
    saveDraft: (id, save, call) => transactOnce(db, call, (tx) => saveDraft(tx, id, save)),
    releases: async (id) => {
      const rows = await db
        .selectFrom('releases')
        .select(['bot', 'number', 'note', 'by_person', 'at'])
        .where('bot', '=', id)
        .orderBy('number', 'desc')
        .execute();
      return rows.map(({ by_person, ...row }) => ({ ...row, by: by_person }));
    },
    readRelease: async (id, number) => {
      const row = await db
        .selectFrom('releases')
        .select(['file', 'model'])
        .where('bot', '=', id)
        .where('number', '=', number)
        .executeTakeFirst();
      return row ? { file: fromJson(row.file), model: fromJson(row.model) } : null;
    },
    publish: (id, release, toCall) => undone(() => transact(db, (tx) => publish(tx, id, release, toCall))),
  };
}

function selectBots(db: Kysely<Tables>) {
  return db
    .selectFrom('bots')
    .select([
      'id',
      'slug',
      'name',
      'active',
      'origins',
      'current_release',
      'released_at',
      'draft_revision',
      'draft_changed_at',
      'draft_ahead',
      'archived_at',
      'created_at',
    ]);
}

function fromBotRow(row: Omit<Selectable<Tables['bots']>, 'draft_file'>): BotRecord {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    active: row.active === 1,
    origins: fromJson(row.origins),
    currentRelease: row.current_release,
    releasedAt: row.released_at,
    draftRevision: row.draft_revision,
    draftChangedAt: row.draft_changed_at,
    draftAhead: row.draft_ahead === 1,
    archivedAt: row.archived_at,
    createdAt: row.created_at,
  };
}

async function isTaken(tx: Transaction<Tables>, slug: string, except: string): Promise<boolean> {
  const other = await tx
    .selectFrom('bots')
    .select('id')
    .where('slug', '=', slug)
    .where('archived_at', 'is', null)
    .where('id', '!=', except)
    .executeTakeFirst();
  return other !== undefined;
}

async function createBot(tx: Transaction<Tables>, bot: NewBot): Promise<'done' | 'taken'> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('bots')
    .values({
      id: bot.id,
      slug: bot.slug,
      name: bot.name,
      active: 1,
      origins: '[]',
      draft_revision: 1,
      draft_file: toJson(bot.file),
      draft_changed_at: bot.at,
      draft_ahead: 1,
      created_at: bot.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 0n ? 'taken' : 'done';
}

async function changeBot(
  tx: Transaction<Tables>,
  id: string,
  change: BotChangeRecord,
): Promise<'done' | 'taken'> {
  const row = await tx.selectFrom('bots').select(['slug']).where('id', '=', id).executeTakeFirstOrThrow();
  const stays = change.archivedAt === undefined || change.archivedAt === null;
  if (stays && (await isTaken(tx, change.slug ?? row.slug, id))) return 'taken';
  await tx
    .updateTable('bots')
    .set({
      slug: change.slug ?? row.slug,
      ...(change.active === undefined ? {} : { active: change.active ? 1 : 0 }),
      ...(change.origins === undefined ? {} : { origins: toJson(change.origins) }),
      ...(change.archivedAt === undefined ? {} : { archived_at: change.archivedAt }),
    })
    .where('id', '=', id)
    .execute();
  return 'done';
}

async function removeBot(tx: Transaction<Tables>, id: string): Promise<void> {
  const conversations = await tx.selectFrom('conversations').select('id').where('bot', '=', id).execute();
  await removeConversations(
    tx,
    conversations.map((row) => row.id),
  );
  for (const table of ['revisions', 'releases', 'contacts'] as const) {
    await tx.deleteFrom(table).where('bot', '=', id).execute();
  }
  await tx.deleteFrom('bots').where('id', '=', id).execute();
}

async function saveDraft(tx: Transaction<Tables>, id: string, save: DraftSave): Promise<'done' | 'stale'> {
  const { numUpdatedRows } = await tx
    .updateTable('bots')
    .set({
      draft_revision: save.base + 1,
      draft_file: toJson(save.file),
      draft_changed_at: save.at,
      draft_ahead: 1,
      name: save.name,
    })
    .where('id', '=', id)
    .where('draft_revision', '=', save.base)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return 'stale';
  await tx
    .insertInto('revisions')
    .values({
      bot: id,
      revision: save.base + 1,
      changes: toJson(save.changes),
      by_person: save.by,
      at: save.at,
    })
    .execute();
  return 'done';
}

async function publish(
  tx: Transaction<Tables>,
  id: string,
  release: NewRelease,
  toCall: Parameters<BotStore['publish']>[2],
): Promise<ReleaseRecord> {
  const { content, note, by, at } = release;
  // Writing to the bot first lets nobody else count its releases meanwhile.
  await tx.updateTable('bots').set({ released_at: at }).where('id', '=', id).execute();
  const last = await tx
    .selectFrom('releases')
    .select((fn) => fn.fn.max('number').as('number'))
    .where('bot', '=', id)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  const published: ReleaseRecord = { bot: id, number, note, by, at };
  const call = toCall?.(published);
  if (call && !(await insertCall(tx, call))) undoRepeated();
  await tx
    .insertInto('releases')
    .values({
      bot: id,
      number,
      file: toJson(content.file),
      model: toJson(content.model),
      note,
      by_person: by,
      at,
    })
    .execute();
  await tx
    .updateTable('bots')
    .set({
      current_release: number,
      ...(release.revision === null ? { draft_ahead: 1 } : {}),
    })
    .where('id', '=', id)
    .execute();
  if (release.revision !== null) {
    await tx
      .updateTable('bots')
      .set({ draft_ahead: 0 })
      .where('id', '=', id)
      .where('draft_revision', '=', release.revision)
      .execute();
  }
  return published;
}

async function countConversations(db: Kysely<Tables>, since: number) {
  const rows = await db
    .selectFrom('conversations')
    .select((of) => [
      'bot',
      of.fn.sum<number>(sql`case when started_at >= ${since} then 1 else 0 end`).as('recent'),
      of.fn.sum<number>(sql`case when handler = 'queue' then 1 else 0 end`).as('waiting'),
      of.fn.sum<number>(sql`case when handler = 'agent' then 1 else 0 end`).as('live'),
    ])
    .where('last_customer_number', '>', 0)
    .groupBy('bot')
    .execute();
  return new Map(
    rows.map(({ bot, recent, waiting, live }) => [
      bot,
      { recent: Number(recent), waiting: Number(waiting), live: Number(live) },
    ]),
  );
}
