import type { Kysely } from 'kysely';
import type { PresenceRecord } from '../records.ts';
import type { DeskStore } from '../store.ts';
import { transactOnce } from './client-calls.ts';
import { fromJson, toJson } from './json.ts';
import type { Tables } from './tables.ts';

/** What belongs to the desk as a whole: agents' presence, notes, departments, settings and secrets. */
export function createDeskStore(db: Kysely<Tables>): DeskStore {
  return {
    presence: async () => {
      const rows = await db.selectFrom('presence').selectAll().execute();
      return rows.map((row) => ({
        person: row.person,
        status: row.status as PresenceRecord['status'],
        seenAt: row.seen_at,
      }));
    },
    setPresence: (person, change) => setPresence(db, person, change),
    notes: async (conversation) => {
      const rows = await db
        .selectFrom('notes')
        .selectAll()
        .where('conversation', '=', conversation)
        .orderBy('at')
        .orderBy('id')
        .execute();
      return rows.map(({ by_person, ...note }) => ({ ...note, by: by_person }));
    },
    addNote: ({ by, ...note }, call) =>
      transactOnce(db, call, async (tx) => {
        const row = { ...note, by_person: by };
        await tx.insertInto('notes').values(row).execute();
        return 'done';
      }),
    departments: () => db.selectFrom('departments').selectAll().orderBy('name').orderBy('id').execute(),
    putDepartment: async (department) => {
      await db
        .insertInto('departments')
        .values(department)
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ name: department.name }))
        .execute();
    },
    removeDepartment: async (id) => {
      await db.deleteFrom('departments').where('id', '=', id).execute();
    },
    ...createSettings(db),
  };
}

async function setPresence(
  db: Kysely<Tables>,
  person: string,
  change: Parameters<DeskStore['setPresence']>[1],
): Promise<void> {
  const update = {
    ...(change.status === undefined ? {} : { status: change.status }),
    ...(change.seenAt === undefined ? {} : { seen_at: change.seenAt }),
  };
  await db
    .insertInto('presence')
    .values({ person, status: change.status ?? 'online', seen_at: change.seenAt ?? null })
    .onConflict((conflict) => conflict.column('person').doUpdateSet(update))
    .execute();
}

type Settings = 'setting' | 'settingOnce' | 'putSetting' | 'secrets' | 'putSecret' | 'removeSecret';

function createSettings(db: Kysely<Tables>): Pick<DeskStore, Settings> {
  const setting = async (name: string): Promise<unknown> => {
    const row = await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst();
    return row ? fromJson(row.value) : null;
  };
  return {
    setting,
    settingOnce: async (name, value) => {
      await db
        .insertInto('settings')
        .values({ name, value: toJson(value) })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .execute();
      return setting(name);
    },
    putSetting: async (name, value) => {
      await db
        .insertInto('settings')
        .values({ name, value: toJson(value) })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: toJson(value) }))
        .execute();
    },
    secrets: async () => {
      const rows = await db.selectFrom('secrets').selectAll().orderBy('name').execute();
      return rows.map((row) => ({ name: row.name, sealed: row.sealed, changedAt: row.changed_at }));
    },
    putSecret: async ({ name, sealed, changedAt }) => {
      await db
        .insertInto('secrets')
        .values({ name, sealed, changed_at: changedAt })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ sealed, changed_at: changedAt }))
        .execute();
    },
    removeSecret: async (name) => {
      await db.deleteFrom('secrets').where('name', '=', name).execute();
    },
  };
}
