import { Button, Menu } from '@mantine/core';
import { ClipboardList, Hand } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { InboxConversation } from '../../shared/api/inbox-conversation.ts';
import { usePerson } from '../api/session.ts';
import { Composer } from './Composer.tsx';
import styles from './ConversationFoot.module.css';
import { toHolding } from './holding.ts';
import type { ConversationActions } from './inbox-actions.ts';
import { toReason } from './reason.ts';
import type { Sending } from './use-sending.ts';

interface Props {
  conversation: InboxConversation;
  actions: ConversationActions;
  sending: Sending;
}

/** Below the transcript: where the agent writes, or how the conversation is taken over. */
export function ConversationFoot({ conversation, actions, sending }: Props) {
  const { t } = useTranslation('inbox');
  const holding = toHolding(conversation, usePerson().id);
  const [, setSearch] = useSearchParams();
  // Its row has moved to that folder, and the list goes with it.
  const [joined, setJoined] = useState(false);
  const toMine = () => {
    setJoined(true);
    setSearch({ folder: 'mine' }, { replace: true });
  };
  if (holding === 'mine' || holding === 'lent')
    return (
      <>
        {holding === 'lent' && (
          <p className={styles.note} role="status">
            {t('lent')}
          </p>
        )}
        <Composer conversation={conversation} actions={actions} sending={sending} focus={joined} />
      </>
    );
  const reason = conversation.handoff && toReason(conversation.handoff.reason, t);
  return (
    <div className={styles.bar} data-holding={holding}>
      <p className={styles.says}>
        <strong>{t(`holding.${holding}`, { name: conversation.agent?.name ?? '' })}</strong>
        {holding === 'waiting' && reason && <span> {reason}.</span>}
      </p>
      {holding === 'bot' && <SurveyButton conversation={conversation} actions={actions} />}
      {holding !== 'theirs' && (
        <Button
          leftSection={<Hand size={16} aria-hidden />}
          loading={actions.join.isPending}
          onClick={() => actions.join.mutate(undefined, { onSuccess: toMine })}
        >
          {t(holding === 'waiting' ? 'takeOver' : 'liveChatOn')}
        </Button>
      )}
    </div>
  );
}

/** Starts a survey, as often as wanted; with several to choose from, a menu. */
function SurveyButton({ conversation: { surveys }, actions: { survey } }: Omit<Props, 'sending'>) {
  const { t } = useTranslation('inbox');
  const [first, ...others] = surveys;
  if (!first) return null;
  const button = (
    <Button
      variant="default"
      leftSection={<ClipboardList size={16} aria-hidden />}
      loading={survey.isPending}
      onClick={others.length === 0 ? () => survey.mutate(first.name) : undefined}
    >
      {t('startSurvey')}
    </Button>
  );
  if (others.length === 0) return button;
  return (
    <Menu position="top-end">
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        {surveys.map(({ name, label }) => (
          <Menu.Item key={name} onClick={() => survey.mutate(name)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
