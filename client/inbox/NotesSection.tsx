import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxConversation } from '../../shared/api/inbox-conversation.ts';
import { toWhen } from '../ui/times.ts';
import { useNow } from '../ui/use-now.ts';
import type { ConversationActions } from './inbox-actions.ts';
import styles from './NotesSection.module.css';
import { PaneSection } from './PaneSection.tsx';

/** Notes that only colleagues read. What is typed stays until it is saved. */
export function NotesSection(props: { conversation: InboxConversation; actions: ConversationActions }) {
  const { t, i18n } = useTranslation('inbox');
  const now = useNow();
  const [text, setText] = useState('');
  const { note } = props.actions;
  return (
    <PaneSection title={t('customer.notes')}>
      <ul className={styles.notes}>
        {props.conversation.notes.map(({ id, at, by, text: said }) => (
          <li key={id}>
            <p className={styles.text}>{said}</p>
            <p className={styles.by}>
              {by} · {toWhen(at, now, i18n.language)}
            </p>
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) note.mutate(text.trim(), { onSuccess: () => setText('') });
        }}
      >
        <Textarea
          autosize
          minRows={1}
          maxRows={6}
          maxLength={5_000}
          aria-label={t('customer.addNote')}
          placeholder={t('customer.addNote')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {text.trim() && (
          <Button type="submit" variant="default" size="compact-sm" mt={8} loading={note.isPending}>
            {t('common:action.save')}
          </Button>
        )}
      </form>
    </PaneSection>
  );
}
