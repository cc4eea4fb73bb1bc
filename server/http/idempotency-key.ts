import type { IncomingMessage } from 'node:http';
import { HttpProblem } from './http-problem.ts';

const printable = /^[\x20-\x7e]{1,255}$/;
const quoted = /^"((?:[^"\\]|\\["\\])*)"$/;

/**
 * The `Idempotency-Key` of a call, null where it has none: 1 to 255 printable characters, bare or in quotes as
 * a string of RFC 9651, which is the same key. Throws a 400 for any other.
 */
export function toIdempotencyKey({
  headersDistinct,
}: Pick<IncomingMessage, 'headersDistinct'>): string | null {
  const given = headersDistinct['idempotency-key'];
  if (given === undefined) return null;
  const [text = ''] = given;
  const key = text.startsWith('"') ? quoted.exec(text)?.[1]?.replace(/\\(["\\])/g, '$1') : text;
  if (given.length > 1 || key === undefined || !printable.test(key))
    throw new HttpProblem(400, 'bad-idempotency-key');
  return key;
}
