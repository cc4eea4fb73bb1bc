import { ActionIcon, Anchor, Button, Group, Indicator, Menu, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import {
  CircleAlert,
  Ellipsis,
  ExternalLink,
  History,
  PanelLeft,
  Play,
  Redo2,
  Settings,
  Undo2,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { botQuery } from '../bot-calls.ts';
import { ExportItem } from '../bots/ExportItem.tsx';
import { useDocument, useEditor, useView } from '../editor-context.ts';
import { doAgain, takeBack } from '../history-actions.ts';
import type { BottomPanel } from '../view-store.ts';
import styles from './EditorBar.module.css';
import { PublishModal } from './PublishModal.tsx';
import { SaveStatus } from './SaveStatus.tsx';

/** The bar above the canvas: the bot, whether it is saved, undo, what to look at, and publishing. */
export function EditorBar() {
  const { t } = useTranslation('editor');
  const { view } = useEditor();
  const name = useDocument((state) => state.file.bot.name);
  const leftOpen = useView((state) => state.leftOpen);
  const right = useView((state) => state.right);
  const [publishing, setPublishing] = useState(false);
  return (
    <header className={styles.bar}>
      <ActionIcon
        aria-label={t('bar.left')}
        title={t('bar.left')}
        aria-expanded={leftOpen}
        onClick={() => view.setState({ leftOpen: !leftOpen })}
      >
        <PanelLeft size={18} aria-hidden />
      </ActionIcon>
      <Group gap={6} wrap="nowrap" miw={0} className={styles.name}>
        <Anchor component={Link} to="/" size="sm" className={styles.wide}>
          {t('bar.bots')}
        </Anchor>
        <Text c="dimmed" aria-hidden className={styles.wide}>
          /
        </Text>
        <Title order={1} size="md" lineClamp={1}>
          {name}
        </Title>
      </Group>
      <SaveStatus />
      <div className={styles.space} />
      <UndoButtons />
      <ProblemsButton />
      <Button
        variant={right === 'simulator' ? 'light' : 'default'}
        aria-label={t('bar.try')}
        aria-pressed={right === 'simulator'}
        onClick={() => view.setState({ right: right === 'simulator' ? 'inspector' : 'simulator' })}
      >
        <Play size={14} aria-hidden />
        <span className={styles.tryLabel}>{t('bar.try')}</span>
      </Button>
      <Button onClick={() => setPublishing(true)}>{t('bar.publish')}</Button>
      <MoreMenu />
      <PublishModal opened={publishing} onClose={() => setPublishing(false)} />
    </header>
  );
}

function UndoButtons() {
  const { t } = useTranslation('editor');
  const editor = useEditor();
  const canUndo = useDocument((state) => state.past.length > 0);
  const canRedo = useDocument((state) => state.future.length > 0);
  return (
    <Group gap={0} wrap="nowrap">
      <ActionIcon
        aria-label={t('bar.undo')}
        title={t('bar.undo')}
        disabled={!canUndo}
        onClick={() => takeBack(editor)}
      >
        <Undo2 size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        aria-label={t('bar.redo')}
        title={t('bar.redo')}
        disabled={!canRedo}
        onClick={() => doAgain(editor)}
      >
        <Redo2 size={18} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

function ProblemsButton() {
  const { t } = useTranslation('editor');
  const toggle = useToggleBottom('problems');
  const count = useView((state) => state.problems.length);
  const hasErrors = useView((state) => state.problems.some(({ severity }) => severity === 'error'));
  return (
    <Indicator
      label={count}
      size={16}
      offset={4}
      disabled={count === 0}
      color={hasErrors ? 'var(--baton-failed)' : 'var(--baton-waiting)'}
    >
      <ActionIcon
        aria-label={t('problems.open', { count })}
        title={t('problems.title')}
        aria-expanded={toggle.opened}
        onClick={toggle.toggle}
      >
        <CircleAlert size={18} aria-hidden />
      </ActionIcon>
    </Indicator>
  );
}

function MoreMenu() {
  const { t } = useTranslation('editor');
  const { bot } = useEditor();
  const versions = useToggleBottom('versions');
  const { data } = useQuery(botQuery(bot));
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('common:action.more')}>
          <Ellipsis size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component={Link}
          to={`/bots/${bot}/settings`}
          leftSection={<Settings size={14} aria-hidden />}
        >
          {t('bar.settings')}
        </Menu.Item>
        <Menu.Item leftSection={<History size={14} aria-hidden />} onClick={versions.toggle}>
          {t('versions.title')}
        </Menu.Item>
        {data && <ExportItem bot={data} />}
        {data && (
          <Menu.Item
            component="a"
            href={`/chat/${data.slug}`}
            target="_blank"
            rel="noreferrer"
            leftSection={<ExternalLink size={14} aria-hidden />}
          >
            {t('bar.chat')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function useToggleBottom(panel: BottomPanel) {
  const { view } = useEditor();
  const opened = useView((state) => state.bottom === panel);
  return { opened, toggle: () => view.setState({ bottom: opened ? null : panel }) };
}
