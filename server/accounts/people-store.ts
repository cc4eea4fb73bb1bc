import { randomUUID } from 'node:crypto';
import { type Kysely, type Selectable, sql } from 'kysely';
import { z } from 'zod';
import { roles as allRoles, type Role } from '../../shared/api/route.ts';
import { isPostgres } from '../store/sql/is-postgres.ts';
import { transact } from '../store/sql/transact.ts';
import type { AccountTables } from './tables.ts';

/** A person as the accounts keep one. */
export interface PersonRecord {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly avatar: string | null;
  readonly language: string | null;
  readonly roles: readonly Role[];
  readonly departments: readonly string[];
  /** Whether a password was chosen; without one the person is only invited. */
  readonly hasPassword: boolean;
}

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly departments: readonly string[];
}

export interface PersonFields {
  readonly name?: string;
  readonly avatar?: string | null;
  readonly language?: string | null;
  readonly roles?: readonly Role[];
  readonly departments?: readonly string[];
}

/** Reads and writes people. Every method is one transaction: it happens whole or not at all. */
export class PeopleStore {
  private readonly db: Kysely<AccountTables>;
  private readonly now: () => number;
  /** How often this store has written: who keeps what it read knows by it that it is old. */
  changes = 0;

  constructor(db: Kysely<AccountTables>, now: () => number) {
    this.db = db;
    this.now = now;
  }

  async list(): Promise<PersonRecord[]> {
    return (await this.select().orderBy('name').execute()).map(toRecord);
  }

  async find(id: string): Promise<PersonRecord | null> {
    const row = await this.select().where('people.id', '=', id).executeTakeFirst();
    return row ? toRecord(row) : null;
  }

  async isEmpty(): Promise<boolean> {
    return (await this.db.selectFrom('people').select('id').limit(1).executeTakeFirst()) === undefined;
  }

  /** Adds a person and answers the id, or null when the e-mail address is taken. */
  async add(person: NewPerson): Promise<string | null> {
    const row = this.toRow(person);
    const result = await this.db
      .insertInto('people')
      .values(row)
      .onConflict((conflict) => conflict.column('email').doNothing())
      .executeTakeFirst();
    this.changes += 1;
    return result.numInsertedOrUpdatedRows === 1n ? row.id : null;
  }

  /** Adds the first person of all with a password, given as its hash, and answers the id, or null when somebody was first. */
  async addFirst(person: NewPerson, hash: string): Promise<string | null> {
    const row = this.toRow(person);
    const added = await transact(this.db, async (transaction) => {
      // Nobody else may find the table as empty meanwhile; in SQLite one transaction runs at a time.
      if (isPostgres(this.db)) await sql`lock table people in share row exclusive mode`.execute(transaction);
      const result = await sql`
        insert into people (id, name, email, "emailVerified", "createdAt", "updatedAt", roles, departments)
        select ${row.id}, ${row.name}, ${row.email}, ${row.emailVerified}, ${row.createdAt}, ${row.updatedAt},
          ${row.roles}, ${row.departments}
        where not exists (select 1 from people)
        on conflict do nothing`.execute(transaction);
      if (result.numAffectedRows !== 1n) return false;
      await writePassword(transaction, row.id, hash, row.createdAt);
      return true;
    });
    this.changes += 1;
    return added ? row.id : null;
  }

  async change(id: string, fields: PersonFields): Promise<void> {
    await this.db
      .updateTable('people')
      .set({
        ...(fields.name !== undefined && { name: fields.name }),
        ...(fields.avatar !== undefined && { image: fields.avatar }),
        ...(fields.language !== undefined && { language: fields.language }),
        ...(fields.roles && { roles: JSON.stringify([...new Set(fields.roles)]) }),
        ...(fields.departments && { departments: JSON.stringify([...new Set(fields.departments)]) }),
        updatedAt: this.iso(),
      })
      .where('id', '=', id)
      .execute();
    this.changes += 1;
  }

  /** Removes a person, signed out everywhere at once. */
  async remove(id: string): Promise<void> {
    await transact(this.db, async (transaction) => {
      await transaction.deleteFrom('sessions').where('userId', '=', id).execute();
      await transaction.deleteFrom('credentials').where('userId', '=', id).execute();
      await transaction.deleteFrom('invitations').where('person', '=', id).execute();
      await transaction.deleteFrom('people').where('id', '=', id).execute();
    });
    this.changes += 1;
  }

  /** Sets a password, given as its hash, and ends every session that began with the one before. */
  async setPassword(id: string, hash: string): Promise<void> {
    await transact(this.db, async (transaction) => {
      await writePassword(transaction, id, hash, this.iso());
      await transaction.deleteFrom('sessions').where('userId', '=', id).execute();
    });
    this.changes += 1;
  }

  /** Removes the sessions that have run out; nothing else ever would. */
  async forgetOldSessions(): Promise<void> {
    await this.db.deleteFrom('sessions').where('expiresAt', '<', this.iso()).execute();
  }

  async passwordHash(id: string): Promise<string | null> {
    const row = await this.db
      .selectFrom('credentials')
      .select('password')
      .where('userId', '=', id)
      .where('providerId', '=', 'credential')
      .executeTakeFirst();
    return row?.password ?? null;
  }

  private select() {
    return this.db
      .selectFrom('people')
      .leftJoin('credentials', (join) =>
        join.onRef('credentials.userId', '=', 'people.id').on('credentials.providerId', '=', 'credential'),
      )
      .selectAll('people')
      .select('credentials.password');
  }

  private toRow({ name, email, roles, departments }: NewPerson) {
    const at = this.iso();
    return {
      id: randomUUID(),
      name,
      email: email.toLowerCase(),
      // An invitation reaches its address, so taking it up proves the address.
      emailVerified: 1,
      image: null,
      createdAt: at,
      updatedAt: at,
      roles: JSON.stringify([...new Set(roles)]),
      departments: JSON.stringify([...new Set(departments)]),
    };
  }

  private iso(): string {
    return new Date(this.now()).toISOString();
  }
}

async function writePassword(db: Kysely<AccountTables>, id: string, hash: string, at: string): Promise<void> {
  await db
    .insertInto('credentials')
    .values({
      id: randomUUID(),
      accountId: id,
      providerId: 'credential',
      userId: id,
      password: hash,
      createdAt: at,
      updatedAt: at,
    })
    .onConflict((conflict) =>
      conflict.columns(['userId', 'providerId']).doUpdateSet({ password: hash, updatedAt: at }),
    )
    .execute();
}

const storedRoles = z.array(z.enum(allRoles));
const storedIds = z.array(z.string());

export function readRoles(stored: string): Role[] {
  return storedRoles.parse(JSON.parse(stored));
}

function toRecord(row: Selectable<AccountTables['people']> & { password: string | null }): PersonRecord {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    avatar: row.image,
    language: row.language,
    roles: readRoles(row.roles),
    departments: storedIds.parse(JSON.parse(row.departments)),
    hasPassword: row.password !== null,
  };
}
