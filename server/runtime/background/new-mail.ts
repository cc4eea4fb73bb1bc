import type { OutboxRecord } from '../../store/records.ts';
import { newWork } from './new-work.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** A mail as outgoing work, to be sent at once. */
export function newMail(
  making: Parameters<typeof newWork>[0],
  { to, subject, text }: Mail,
  conversation: string | null,
): OutboxRecord {
  return newWork(making, {
    kind: 'mail',
    conversation,
    to,
    // A line break in a subject would begin another header.
    subject: subject.replace(/\s+/g, ' ').trim(),
    payload: { text },
  });
}
