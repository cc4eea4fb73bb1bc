import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxConversation } from '../../shared/api/inbox-conversation.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { toContactName } from './contact-name.ts';
import { toPlainText } from './plain-text.ts';

/** Has new messages of the customer and the bot read aloud to who uses a screen reader. */
export function useAnnounceMessages({ messages, contact }: InboxConversation): void {
  const { t } = useTranslation('inbox');
  const announce = useAnnounce();
  const last = messages.at(-1);
  const heard = useRef(last?.number ?? 0);
  useEffect(() => {
    if (!last || last.number <= heard.current) return;
    heard.current = last.number;
    if (last.from.kind === 'agent') return;
    const name = last.from.kind === 'customer' ? toContactName(contact, t) : t(`from.${last.from.kind}`);
    announce(t('announce', { name, text: toPlainText(last.parts) }));
  }, [last, contact, t, announce]);
}
