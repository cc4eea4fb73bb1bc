import type { OutboxRecord } from '../../store/records.ts';
import type { OutgoingFault } from './outgoing-fault.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** After the first attempt, the second, and so on; when they are used up, an administrator has to look. */
const pauses = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 10 * hour];

/** How often something is tried each time it is sent. */
export const mostAttempts = pauses.length + 1;

interface Chance {
  now: number;
  /** From 0 to 1. */
  random: number;
}

/**
 * When an item whose attempt failed is tried again; null when it is given up. Each pause is spread by a fifth, so
 * that a crowd does not return at once, and is never shorter than the other side asked for.
 */
export function toNextAttempt(
  { attempts, spent }: Pick<OutboxRecord, 'attempts' | 'spent'>,
  { final, waitMs }: Pick<OutgoingFault, 'final' | 'waitMs'>,
  { now, random }: Chance,
): number | null {
  const pause = pauses[attempts - spent - 1];
  if (final || pause === undefined) return null;
  return now + Math.max(Math.round(pause * (0.8 + random * 0.4)), waitMs);
}
