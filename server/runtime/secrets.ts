import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hash,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Store } from '../store/store.ts';

/** What only this server may know: the values behind `{{secret.name}}`, and the keys to conversations. */
export interface Secrets {
  /** The values of the named secrets; a name that is not set is left out. */
  read(names: readonly string[]): Promise<Map<string, string>>;
  seal(value: string): string;
  /** The key to a conversation; the same each time it is asked for. */
  toToken(conversation: string): string;
  /** The conversation whose key this is; null when we did not make it. */
  readToken(token: string): string | null;
  toHash(text: string): string;
}

const cipher = 'aes-256-gcm';
/** Customers send their key with each message; so many (about 8 MB) are signed once only. */
const mostTokens = 20_000;

/** `key` is the server's own secret (`BATON_SECRET`). Values are encrypted with it in the database. */
export function createSecrets(store: Store, key: string): Secrets {
  const sealing = createHash('sha256').update(`seal:${key}`).digest();
  const knownTokens = new LRUCache<string, string>({ max: mostTokens });
  const toToken = (conversation: string): string => {
    const sign = createHmac('sha256', `token:${key}`).update(conversation).digest('base64url');
    return `${conversation}.${sign}`;
  };
  return {
    seal: (value) => {
      const start = randomBytes(12);
      const sealer = createCipheriv(cipher, sealing, start);
      const sealed = Buffer.concat([sealer.update(value, 'utf8'), sealer.final()]);
      return Buffer.concat([start, sealer.getAuthTag(), sealed]).toString('base64');
    },
    read: async (names) => {
      if (names.length === 0) return new Map();
      const kept = (await store.desk.secrets()).filter((secret) => names.includes(secret.name));
      return new Map(kept.map(({ name, sealed }) => [name, unseal(sealing, name, sealed)]));
    },
    toToken,
    readToken: (token) => {
      const known = knownTokens.get(token);
      if (known !== undefined) return known;
      const conversation = token.slice(0, Math.max(token.lastIndexOf('.'), 0));
      const [given, right] = [Buffer.from(token), Buffer.from(toToken(conversation))];
      if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
      knownTokens.set(token, conversation);
      return conversation;
    },
    toHash,
  };
}

function unseal(sealing: Buffer, name: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const opener = createDecipheriv(cipher, sealing, bytes.subarray(0, 12));
  opener.setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([opener.update(bytes.subarray(28)), opener.final()]).toString('utf8');
  } catch (cause) {
    throw new Error(`The secret ${name} was set under another BATON_SECRET. Set it again.`, { cause });
  }
}

function toHash(text: string): string {
  return hash('sha256', text, 'base64url');
}
