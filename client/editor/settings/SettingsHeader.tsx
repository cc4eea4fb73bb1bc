import { ActionIcon, Anchor, Group, Text, Title } from '@mantine/core';
import { ArrowLeft, Redo2, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { redo, undo } from '../document/document-store.ts';
import { useDocument, useEditor } from '../editor-context.ts';
import { SaveStatus } from '../panels/SaveStatus.tsx';
import styles from './BotSettingsPage.module.css';

/** Which bot this is, the way back to its flows, undo, and whether everything is saved. */
export function SettingsHeader() {
  const { t } = useTranslation('bot-settings');
  const { bot, document } = useEditor();
  const name = useDocument(({ file }) => file.bot.name);
  const canUndo = useDocument(({ past }) => past.length > 0);
  const canRedo = useDocument(({ future }) => future.length > 0);
  return (
    <header className={styles.header}>
      <Group gap="xs" wrap="nowrap" miw={0}>
        <ActionIcon component={Link} to={`/bots/${bot}`} aria-label={t('toFlows')} title={t('toFlows')}>
          <ArrowLeft size={18} aria-hidden />
        </ActionIcon>
        <Anchor component={Link} to={`/bots/${bot}`} size="sm" className={styles.bot}>
          {name}
        </Anchor>
        <Text c="dimmed" aria-hidden>
          /
        </Text>
        <Title order={1} size="md">
          {t('heading')}
        </Title>
      </Group>
      <Group gap={4} wrap="nowrap">
        <SaveStatus />
        <ActionIcon
          aria-label={t('undo')}
          title={t('undo')}
          disabled={!canUndo}
          onClick={() => undo(document)}
        >
          <Undo2 size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          aria-label={t('redo')}
          title={t('redo')}
          disabled={!canRedo}
          onClick={() => redo(document)}
        >
          <Redo2 size={18} aria-hidden />
        </ActionIcon>
      </Group>
    </header>
  );
}
