import { ActionIcon, Button, Title } from '@mantine/core';
import { ArrowLeft, CircleCheck, PanelRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { InboxConversation } from '../../shared/api/inbox-conversation.ts';
import { hasRole, usePerson } from '../api/session.ts';
import styles from './ConversationHeader.module.css';
import { ConversationMenu } from './ConversationMenu.tsx';
import { toContactName } from './contact-name.ts';
import { parseFolder } from './folders.ts';
import { HandlerBadge } from './HandlerBadge.tsx';
import { toHolding } from './holding.ts';
import type { ConversationActions } from './inbox-actions.ts';
import { ResolveDialog } from './ResolveDialog.tsx';

interface Props {
  conversation: InboxConversation;
  actions: ConversationActions;
}

/** Whose conversation it is, who answers, and what can be done with it besides writing. */
export function ConversationHeader({ conversation, actions }: Props) {
  const { t, i18n } = useTranslation('inbox');
  const [search, setSearch] = useSearchParams();
  const [resolving, setResolving] = useState(false);
  const person = usePerson();
  const holding = toHolding(conversation, person.id);
  const mayResolve = holding !== 'bot' && (holding !== 'theirs' || hasRole(person));
  const language = new Intl.DisplayNames(i18n.language, { type: 'language' }).of(conversation.language);
  const toggleCustomer = () =>
    setSearch((present) => {
      const next = new URLSearchParams(present);
      if (next.has('pane')) next.delete('pane');
      else next.set('pane', 'customer');
      return next;
    });
  return (
    <header className={styles.header}>
      <ActionIcon
        className={styles.back}
        component={Link}
        to={`/inbox?folder=${parseFolder(search.get('folder'))}`}
        aria-label={t('backToList')}
      >
        <ArrowLeft size={20} />
      </ActionIcon>
      <div className={styles.who}>
        <Title order={2} className={styles.name}>
          {toContactName(conversation.contact, t)}
        </Title>
        <div className={styles.facts}>
          <HandlerBadge conversation={conversation} />
          <span className={styles.fact}>
            {[conversation.bot.name, t(`channel.${conversation.channel}`), language].join(' · ')}
          </span>
        </div>
      </div>
      {mayResolve && (
        <Button
          className={styles.resolve}
          variant="default"
          leftSection={<CircleCheck size={16} aria-hidden />}
          onClick={() => setResolving(true)}
        >
          {t('resolve.open')}
        </Button>
      )}
      <ConversationMenu conversation={conversation} actions={actions} />
      <ActionIcon
        className={styles.customer}
        onClick={toggleCustomer}
        aria-label={t('showCustomer')}
        aria-pressed={search.get('pane') === 'customer'}
      >
        <PanelRight size={20} />
      </ActionIcon>
      {resolving && (
        <ResolveDialog conversation={conversation} actions={actions} onClose={() => setResolving(false)} />
      )}
    </header>
  );
}
