import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { findFlow } from '../document/queries.ts';
import { useDocument, useEditor, useView } from '../editor-context.ts';
import { addStep } from '../step-actions.ts';
import styles from './Canvas.module.css';

const beginnings = ['conversation-start', 'text-request', 'flow-start'] as const;

/** What an empty flow shows: the one thing to do next. */
export function EmptyFlow() {
  const { t } = useTranslation(['editor', 'kinds']);
  const editor = useEditor();
  const flow = useView((state) => state.flow);
  const isEmpty = useDocument((state) => findFlow(state.file, flow)?.nodes.length === 0);
  if (!isEmpty) return null;
  return (
    <div className={styles.empty}>
      <Stack align="center" gap="xs" p="md" ta="center">
        <Title order={2}>{t('empty.title')}</Title>
        <Text size="sm" c="dimmed">
          {t('empty.text')}
        </Text>
        <Group justify="center" gap="xs">
          {beginnings.map((type) => (
            <Button key={type} variant="default" onClick={() => addStep(editor, { type })}>
              {t(`kinds:${type}.label`)}
            </Button>
          ))}
        </Group>
      </Stack>
    </div>
  );
}
