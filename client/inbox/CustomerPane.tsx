import { ActionIcon } from '@mantine/core';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { InboxConversation } from '../../shared/api/inbox-conversation.ts';
import { toWhen } from '../ui/times.ts';
import { useNow } from '../ui/use-now.ts';
import styles from './CustomerPane.module.css';
import { FactList } from './FactList.tsx';
import { HandoffFacts } from './HandoffFacts.tsx';
import type { ConversationActions } from './inbox-actions.ts';
import { NotesSection } from './NotesSection.tsx';
import { PaneSection } from './PaneSection.tsx';
import { PathTaken } from './PathTaken.tsx';
import { RatingFacts } from './RatingFacts.tsx';
import { TagsSection } from './TagsSection.tsx';

interface Props {
  conversation: InboxConversation;
  actions: ConversationActions;
  className?: string | undefined;
}

/** What an agent needs to know to take over: why, what was collected, who it is, and what was tried. */
export function CustomerPane({ conversation, actions, className = '' }: Props) {
  const { t } = useTranslation('inbox');
  const [search, setSearch] = useSearchParams();
  const close = () =>
    setSearch((present) => {
      const next = new URLSearchParams(present);
      next.delete('pane');
      return next;
    });
  return (
    <aside className={`${styles.pane} ${className}`} aria-label={t('customer.title')}>
      {search.get('pane') === 'customer' && (
        <ActionIcon className={styles.close} onClick={close} aria-label={t('common:action.close')}>
          <X size={20} />
        </ActionIcon>
      )}
      <HandoffFacts conversation={conversation} />
      <PaneSection title={t('customer.facts')}>
        {conversation.variables.length > 0 ? (
          <FactList
            facts={conversation.variables.map(({ name, label, value }) => ({
              name,
              label: label || name,
              value,
            }))}
          />
        ) : (
          <p className={styles.quiet}>{t('customer.noFacts')}</p>
        )}
      </PaneSection>
      <ContactFacts conversation={conversation} />
      <RatingFacts conversation={conversation} />
      <TagsSection conversation={conversation} actions={actions} />
      <NotesSection conversation={conversation} actions={actions} />
      <PathTaken path={conversation.path} />
    </aside>
  );
}

function ContactFacts({ conversation: { contact, id } }: { conversation: InboxConversation }) {
  const { t, i18n } = useTranslation('inbox');
  const [search] = useSearchParams();
  const now = useNow();
  const known = (['name', 'email', 'phone'] as const).flatMap((name) => {
    const value = contact[name];
    return value ? [{ name, label: t(`customer.${name}`), value }] : [];
  });
  const attributes = Object.entries(contact.attributes).map(([name, value]) => ({
    name,
    label: name,
    value,
  }));
  const others = contact.conversations.filter((other) => other.id !== id);
  return (
    <PaneSection title={t('customer.contact')}>
      {known.length + attributes.length > 0 ? (
        <FactList facts={[...known, ...attributes]} />
      ) : (
        <p className={styles.quiet}>{t('customer.unknown')}</p>
      )}
      {others.length > 0 && (
        <>
          <p className={styles.label}>{t('customer.earlier')}</p>
          <ul className={styles.links}>
            {others.map((other) => (
              <li key={other.id}>
                <Link to={`/inbox/${encodeURIComponent(other.id)}?${search}`}>
                  {toWhen(other.startedAt, now, i18n.language)}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </PaneSection>
  );
}
