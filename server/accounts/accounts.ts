import { hashPassword } from 'better-auth/crypto';
import type { Kysely } from 'kysely';
import type { Authenticate } from '../http/access.ts';
import { migrate } from '../store/migrations/migrate.ts';
import { ApiKeys } from './api-keys.ts';
import { AuthService } from './auth-service.ts';
import { createAuthenticate } from './authenticate.ts';
import { createDirectory, type Directory } from './directory.ts';
import { Invitations } from './invitations.ts';
import { accountMigrations } from './migrations/index.ts';
import { type Desk, PeopleService, toName } from './people-service.ts';
import { PeopleStore } from './people-store.ts';
import { createSignIn } from './sign-in.ts';
import type { AccountTables } from './tables.ts';

/** People and programs that may use this server. */
export interface Accounts {
  readonly authenticate: Authenticate;
  readonly auth: AuthService;
  readonly people: PeopleService;
  readonly keys: ApiKeys;
  readonly directory: Directory;
  /**
   * Makes the first administrator unless there is an account; false when there was one. Of several processes
   * that start at once, one makes it.
   */
  makeFirstAccount(account: { email: string; password: string }): Promise<boolean>;
  /** The one-time address where the first visitor makes the first account; null when there is one. */
  createFirstAccountLink(): Promise<string | null>;
}

export interface AccountsDeps {
  /** The database that holds the accounts' tables too. */
  readonly db: Kysely<never>;
  readonly secret: string;
  readonly publicUrl: string;
  /** Looked up when it is needed, since the desk is built on the directory. */
  readonly desk: () => Desk;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Brings the accounts' tables to the newest shape and answers everything about people and keys. */
export async function createAccounts(deps: AccountsDeps): Promise<Accounts> {
  const { secret, publicUrl, now } = deps;
  await migrate(deps.db, accountMigrations, 'accounts');
  // The database is shared by owners of different tables; each sees only its own.
  const db = deps.db as unknown as Kysely<AccountTables>;
  const people = new PeopleStore(db, now);
  const invitations = new Invitations(db, now);
  const keys = new ApiKeys(db, now);
  const signIn = createSignIn({ db, secret, publicUrl });
  return {
    authenticate: createAuthenticate(signIn, people, keys),
    auth: new AuthService({ signIn, people, invitations }),
    people: new PeopleService({ people, invitations, desk: deps.desk, publicUrl }),
    keys,
    directory: createDirectory(people, now),
    makeFirstAccount: async ({ email, password }) => {
      const hash = await hashPassword(password);
      const first = { name: toName(email), email, roles: ['administrator'], departments: [] } as const;
      return (await people.addFirst(first, hash)) !== null;
    },
    createFirstAccountLink: async () => {
      if (!(await people.isEmpty())) return null;
      return new URL(`/first-account#${await invitations.create(null)}`, publicUrl).href;
    },
  };
}
