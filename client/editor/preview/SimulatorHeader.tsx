import { ActionIcon, Button, Group, Menu, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { ChevronDown, RotateCcw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDocument, useEditor, useView } from '../editor-context.ts';
import { HandlerBadge } from './HandlerBadge.tsx';
import styles from './SimulatorPanel.module.css';
import { toPersonWords, useRestart, useSimulation } from './simulator-context.ts';
import { beginning, toStart } from './start.ts';
import { useWorldTime } from './use-world-time.ts';

/** From here down the panel stands in a drawer, which has a title and a way to close it. */
const inDrawer = '(max-width: 62em)';

/** Who answers, what time it is pretended to be, and the way back to the start. */
export function SimulatorHeader() {
  const { t } = useTranslation('simulator');
  const { view } = useEditor();
  const isDrawer = useMediaQuery(inDrawer);
  return (
    <header className={styles.header}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        {isDrawer ? (
          <Situation />
        ) : (
          <Title order={2} className={styles.title}>
            {t('title')}
          </Title>
        )}
        <Group gap={4} wrap="nowrap">
          <StartAgain />
          {!isDrawer && (
            <ActionIcon aria-label={t('close')} onClick={() => view.setState({ right: 'inspector' })}>
              <X size={16} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      </Group>
      {!isDrawer && <Situation />}
    </header>
  );
}

function Situation() {
  const { t } = useTranslation('simulator');
  const misses = useSimulation(({ rehearsal }) => rehearsal.state.misses);
  const { short, open } = useWorldTime();
  return (
    <Group gap="0 8px" mt={4}>
      <HandlerBadge />
      <Text size="xs" c="dimmed">
        {short} · {t(open ? 'nowOpen' : 'nowClosed')}
      </Text>
      {misses > 0 && (
        <Text size="xs" c="dimmed">
          {t('misses', { count: misses })}
        </Text>
      )}
    </Group>
  );
}

function StartAgain() {
  const { t } = useTranslation('simulator');
  const restart = useRestart();
  const start = useSimulation(({ opening }) => opening.start);
  const language = useSimulation(({ opening }) => opening.language);
  const shown = useView(({ flow }) => flow);
  const flow = useDocument(({ file }) => file.flows.find(({ id }) => id === shown));
  const fromFlow = flow ? toStart(flow, toPersonWords(language)) : null;
  return (
    <Button.Group>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<RotateCcw size={14} aria-hidden />}
        onClick={() => restart()}
      >
        {t('startAgain')}
      </Button>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button size="compact-sm" variant="default" px={6} aria-label={t('startFrom')}>
            <ChevronDown size={14} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('startFrom')}</Menu.Label>
          <Menu.Item
            aria-current={start.type === 'beginning' || undefined}
            onClick={() => restart({ start: beginning })}
          >
            {t('fromBeginning')}
          </Menu.Item>
          <Menu.Item disabled={!fromFlow} onClick={() => fromFlow && restart({ start: fromFlow })}>
            {t('fromFlow', { flow: flow?.name ?? '' })}
            <Text size="xs" c="dimmed">
              {fromFlow?.type === 'words' && t('fromFlowWords', { words: fromFlow.words })}
              {!fromFlow && t('fromFlowNot')}
            </Text>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  );
}
