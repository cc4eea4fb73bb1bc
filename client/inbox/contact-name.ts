import type { TFunction } from 'i18next';
import type { InboxItem } from '../../shared/api/inbox-conversation.ts';

/** What to call a customer: name, else e-mail, else a visitor told apart by the end of the contact's id. */
export function toContactName(contact: InboxItem['contact'], t: TFunction<'inbox'>): string {
  return contact.name || contact.email || t('visitor', { id: contact.id.slice(-4) });
}
