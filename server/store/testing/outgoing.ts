import type { OutboxRecord } from '../records.ts';

/** A mail that is due at 10. */
export function newItem(id: string, change: Partial<OutboxRecord> = {}): OutboxRecord {
  return {
    id,
    kind: 'mail',
    status: 'waiting',
    conversation: null,
    to: 'ann@example.com',
    subject: 'Hi',
    payload: { text: 'Welcome' },
    attempts: 0,
    spent: 0,
    nextAt: 10,
    error: null,
    createdAt: 1,
    ...change,
  };
}
