import type { AddressAnswer } from './call-address.ts';
import { OutgoingFault } from './outgoing-fault.ts';
import { parseRetryAfter } from './parse-retry-after.ts';

/** Statuses below 500 that speak of the moment, not of what was sent: too slow, in conflict, too early, too many. */
const passing = new Set([408, 409, 425, 429]);
/** Those whose `Retry-After` says when it is worth another attempt. */
const asking = new Set([429, 503]);

/**
 * Why an answer is none; null when the other side took what was sent. What it refuses for good, it would refuse
 * again: redirects (which are not followed) and most of 4xx.
 */
export function toRefusal(
  { status, retryAfter }: Pick<AddressAnswer, 'status' | 'retryAfter'>,
  now: number,
): OutgoingFault | null {
  if (status >= 200 && status < 300) return null;
  return new OutgoingFault('status', {
    values: { status },
    final: status < 500 && !passing.has(status),
    waitMs: asking.has(status) ? parseRetryAfter(retryAfter, now) : null,
  });
}
