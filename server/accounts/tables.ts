/** The tables of the accounts. Those of better-auth keep its own column names. */
export interface AccountTables {
  people: PeopleTable;
  sessions: SessionsTable;
  credentials: CredentialsTable;
  invitations: InvitationsTable;
  api_keys: ApiKeysTable;
}

interface PeopleTable {
  id: string;
  name: string;
  /** In lower case. */
  email: string;
  emailVerified: number;
  image: string | null;
  createdAt: string;
  updatedAt: string;
  /** JSON lists. */
  roles: string;
  departments: string;
  language: string | null;
}

interface SessionsTable {
  id: string;
  token: string;
  userId: string;
  expiresAt: string;
  createdAt: string;
  updatedAt: string;
  ipAddress: string | null;
  userAgent: string | null;
}

/** A way to prove who one is; with `providerId` `credential`, a password. */
interface CredentialsTable {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  password: string | null;
  createdAt: string;
  updatedAt: string;
}

interface InvitationsTable {
  token_hash: string;
  /** Null: the link for the first account. */
  person: string | null;
  /** Milliseconds since 1970. */
  expires_at: number;
}

interface ApiKeysTable {
  id: string;
  name: string;
  key_hash: string;
  starts: string;
  roles: string;
  created_at: number;
  last_used_at: number | null;
}
