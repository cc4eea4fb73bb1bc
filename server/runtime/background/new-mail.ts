import type { OutboxRecord } from '../../store/records.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** A mail as outgoing work, to be sent at once. */
export function newMail(
  { newId, now }: { newId: () => string; now: number },
  mail: Mail,
  conversation: string | null,
): OutboxRecord {
  return {
    id: newId(),
    kind: 'mail',
    status: 'waiting',
    conversation,
    to: mail.to,
    // A line break in a subject would begin another header.
    subject: mail.subject.replace(/\s+/g, ' ').trim(),
    payload: { text: mail.text },
    attempts: 0,
    nextAt: now,
    error: null,
    createdAt: now,
  };
}
