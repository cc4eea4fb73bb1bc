import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { ApiKey, adminRoutes } from '../../shared/api/admin.ts';
import { HttpProblem } from '../http/http-problem.ts';
import type { Call, Caller, ServiceOf } from '../services.ts';
import { readRoles } from './people-store.ts';
import { createToken, toTokenHash } from './secrets.ts';
import type { AccountTables } from './tables.ts';

type KeyCalls = Pick<typeof adminRoutes, 'keyList' | 'keyCreate' | 'keyRevoke'>;

const prefix = 'baton_';
/** The last use of a key is written at most this often, so that reading costs no write. */
const useStep = 60_000;

/** Keys for programs. A key is shown once; kept are its hash and its first characters. */
export class ApiKeys implements ServiceOf<KeyCalls> {
  private readonly db: Kysely<AccountTables>;
  private readonly now: () => number;

  constructor(db: Kysely<AccountTables>, now: () => number) {
    this.db = db;
    this.now = now;
  }

  /** The caller that a key stands for, or null. */
  async authenticate(key: string): Promise<Caller | null> {
    if (!key.startsWith(prefix)) return null;
    const row = await this.db
      .selectFrom('api_keys')
      .selectAll()
      .where('key_hash', '=', toTokenHash(key))
      .executeTakeFirst();
    if (!row) return null;
    if (this.now() - (row.last_used_at ?? 0) > useStep) {
      await this.db
        .updateTable('api_keys')
        .set({ last_used_at: this.now() })
        .where('id', '=', row.id)
        .execute();
    }
    return {
      kind: 'key',
      id: row.id,
      name: row.name,
      email: null,
      avatar: null,
      roles: readRoles(row.roles),
      departments: [],
    };
  }

  async keyList() {
    const rows = await this.db.selectFrom('api_keys').selectAll().orderBy('created_at').execute();
    return { keys: rows.map(toApiKey) };
  }

  async keyCreate({ body, caller }: Call<KeyCalls['keyCreate']>) {
    // A leaked key must not be able to make itself a successor that outlives it.
    if (caller.kind === 'key') throw new HttpProblem(403, 'people-only');
    const secret = createToken(prefix);
    const row = {
      id: randomUUID(),
      name: body.name,
      key_hash: toTokenHash(secret),
      starts: secret.slice(0, prefix.length + 4),
      roles: JSON.stringify([...new Set(body.roles)]),
      created_at: this.now(),
      last_used_at: null,
    };
    await this.db.insertInto('api_keys').values(row).execute();
    return { key: toApiKey(row), secret };
  }

  async keyRevoke({ params }: Call<KeyCalls['keyRevoke']>): Promise<undefined> {
    const result = await this.db.deleteFrom('api_keys').where('id', '=', params.id).executeTakeFirst();
    if (result.numDeletedRows === 0n) throw new HttpProblem(404, 'not-found');
  }
}

function toApiKey(row: Selectable<AccountTables['api_keys']>): ApiKey {
  return {
    id: row.id,
    name: row.name,
    roles: readRoles(row.roles),
    starts: row.starts,
    createdAt: new Date(row.created_at).toISOString(),
    lastUsedAt: row.last_used_at === null ? null : new Date(row.last_used_at).toISOString(),
  };
}
