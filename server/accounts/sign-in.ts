import { betterAuth } from 'better-auth';
import type { Kysely } from 'kysely';
import type { AccountTables } from './tables.ts';
import { noteOutage } from './tell-outage.ts';

interface SignInOptions {
  readonly db: Kysely<AccountTables>;
  readonly secret: string;
  readonly publicUrl: string;
}

const day = 24 * 60 * 60;

/**
 * Passwords and sessions by better-auth. Only its functions are used, never its own HTTP handler: our calls
 * validate, check the origin and limit the rate, and nobody can sign up by themselves.
 */
export function createSignIn({ db, secret, publicUrl }: SignInOptions) {
  return betterAuth({
    // Says how values are kept, and our tables keep them the same in both databases: dates as text, booleans as 0 and 1.
    database: { db, type: 'sqlite' },
    secret,
    baseURL: publicUrl,
    trustedOrigins: [publicUrl],
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { level: 'error', log: (_level, _message, ...told) => noteOutage(told) },
    user: { modelName: 'people' },
    session: { modelName: 'sessions', expiresIn: 30 * day, updateAge: day },
    account: { modelName: 'credentials' },
    verification: { modelName: 'verifications' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8, maxPasswordLength: 128 },
    advanced: {
      cookiePrefix: 'baton',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
    },
  });
}
export type SignIn = ReturnType<typeof createSignIn>;
