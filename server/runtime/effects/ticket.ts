import type { TicketRequest } from '../../../shared/schema/effect.ts';
import { newMail } from '../background/new-mail.ts';
import { newWork } from '../background/new-work.ts';
import type { Writing } from '../writing.ts';
import type { Perform } from './effect.ts';

/**
 * Makes a ticket. The desk's own and those by mail exist with this turn, so the flow goes on at once; others
 * are outgoing work whose result comes back as an event.
 */
export const performTicket: Perform<'ticket'> = ({ id, request }, writing) => {
  if (request.integration === 'inbox') {
    makeFollowUp(writing, request);
    writing.results.push({ type: 'ticket-result', id, ok: true, reference: toReference(writing, id) });
  } else if (request.integration === 'mail') {
    const sent = mailTicket(writing, request);
    writing.results.push({ type: 'ticket-result', id, ok: sent, reference: toReference(writing, id) });
  } else queueTicket(writing, id, request);
};

function makeFollowUp(writing: Writing, request: TicketRequest): void {
  const { conversation, now, settings } = writing;
  conversation.keptFolder = 'follow-up';
  conversation.reason ??= 'ticket';
  writing.notes.push({
    id: writing.newId(),
    conversation: conversation.id,
    at: now,
    by: settings.persona.name ?? settings.name,
    text: toTicketText(request),
  });
}

function mailTicket(writing: Writing, request: TicketRequest): boolean {
  const { emails } = writing.settings.handoff.notify;
  const link = `${writing.publicUrl}/inbox/${writing.conversation.id}`;
  for (const to of emails) {
    const text = `${toTicketText(request)}\n\n${link}`;
    writing.outbox.push(newMail(writing, { to, subject: request.subject, text }, writing.conversation.id));
  }
  return emails.length > 0;
}

function queueTicket(writing: Writing, effect: string, request: TicketRequest): void {
  const work = newWork(writing, {
    kind: 'ticket',
    conversation: writing.conversation.id,
    to: request.integration,
    subject: request.subject,
    payload: { effect, request, reference: toReference(writing, effect) },
  });
  writing.outbox.push(work);
}

/** The subject, the body and the fields, as people read them. */
function toTicketText({ subject, body, fields }: TicketRequest): string {
  const lines = fields.map(({ name, value }) => `${name}: ${value}`);
  return [subject, body, lines.join('\n')].filter((text) => text !== '').join('\n\n');
}

/** Short enough to say on the phone; the conversation's own id makes it unique. */
function toReference({ conversation }: Writing, effect: string): string {
  return `${conversation.id.slice(0, 8)}-${effect.replace(/^\D+/, '')}`.toUpperCase();
}
