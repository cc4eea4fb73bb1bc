import type { Kysely } from 'kysely';
import { createToken, toTokenHash } from './secrets.ts';
import type { AccountTables } from './tables.ts';

const sevenDays = 7 * 24 * 60 * 60 * 1000;

/** One-time links: to choose a password, or to make the first account. Only their hashes are kept. */
export class Invitations {
  private readonly db: Kysely<AccountTables>;
  private readonly now: () => number;

  constructor(db: Kysely<AccountTables>, now: () => number) {
    this.db = db;
    this.now = now;
  }

  /** A new token for a person, or for the first account; the person's older ones stop working. */
  async create(person: string | null): Promise<string> {
    const token = createToken();
    if (person !== null) await this.db.deleteFrom('invitations').where('person', '=', person).execute();
    await this.db.deleteFrom('invitations').where('expires_at', '<=', this.now()).execute();
    await this.db
      .insertInto('invitations')
      .values({ token_hash: toTokenHash(token), person, expires_at: this.now() + sevenDays })
      .execute();
    return token;
  }

  /** Whom a token is for; null when there is none, it is used or expired. */
  async read(token: string): Promise<{ readonly person: string | null } | null> {
    const row = await this.db
      .selectFrom('invitations')
      .select('person')
      .where('token_hash', '=', toTokenHash(token))
      .where('expires_at', '>', this.now())
      .executeTakeFirst();
    return row ?? null;
  }

  /** Uses a token up. Of two who try at once, one gets true. */
  async use(token: string): Promise<boolean> {
    const result = await this.db
      .deleteFrom('invitations')
      .where('token_hash', '=', toTokenHash(token))
      .where('expires_at', '>', this.now())
      .executeTakeFirst();
    return result.numDeletedRows === 1n;
  }

  /** The links for the first account stop working: it was made. */
  async closeFirst(): Promise<void> {
    await this.db.deleteFrom('invitations').where('person', 'is', null).execute();
  }
}
