import type { OutboxRecord } from '../../store/records.ts';
import { OutgoingFault } from './outgoing-fault.ts';
import { mostAttempts } from './to-next-attempt.ts';

/** Where each attempt so far ended with the process, it may be the item's fault: it is not tried for ever. */
export function requireAttempt({ attempts, spent }: Pick<OutboxRecord, 'attempts' | 'spent'>): void {
  if (attempts - spent > mostAttempts)
    throw new OutgoingFault('stopped', { final: true, mayHaveArrived: true });
}
