import { createHash, randomBytes } from 'node:crypto';

/** A random token of 256 bits, safe in addresses; with a prefix that says what it is. */
export function createToken(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url');
}

/**
 * What is kept of a random token. It has 256 bits of its own, so a plain hash is enough: there is nothing
 * to guess, unlike with passwords.
 */
export function toTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
