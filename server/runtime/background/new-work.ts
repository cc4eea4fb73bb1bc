import type { OutboxRecord } from '../../store/records.ts';

interface Making {
  newId: () => string;
  now: number;
}

/** Outgoing work to be done at once; its id is the message id that stays the same over all attempts. */
export function newWork(
  { newId, now }: Making,
  work: Pick<OutboxRecord, 'kind' | 'conversation' | 'to' | 'subject' | 'payload'>,
): OutboxRecord {
  return {
    id: newId(),
    status: 'waiting',
    ...work,
    attempts: 0,
    spent: 0,
    nextAt: now,
    error: null,
    createdAt: now,
  };
}
