import type { Fault, OutboxRecord } from '../../store/records.ts';

/** What may have arrived at an earlier attempt may still have. */
export function toLasting(fault: Fault, { error: earlier }: Pick<OutboxRecord, 'error'>): Fault {
  return earlier?.mayHaveArrived ? { ...fault, mayHaveArrived: true } : fault;
}
