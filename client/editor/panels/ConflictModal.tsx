import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { toCard } from '../canvas/card.ts';
import type { Conflict } from '../document/merge.ts';
import { findFlow, findNode } from '../document/queries.ts';
import { useDocument, useEditor } from '../editor-context.ts';
import { toStepName } from '../kinds/way-name.ts';
import { toPlain } from '../kinds/words.ts';
import { useWords } from '../WordsProvider.tsx';

const mostShown = 8;

/** Somebody else changed the same things: which ones, and whose stay. The other side is one undo away. */
export function ConflictModal() {
  const { t } = useTranslation('editor');
  const { autosave } = useEditor();
  const state = useStore(autosave.state);
  const conflicts = state.type === 'conflict' ? state.conflicts : [];
  return (
    <Modal
      opened={state.type === 'conflict'}
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('conflict.title')}
    >
      <Stack>
        <Text size="sm">{t('conflict.text')}</Text>
        <List size="sm">
          {conflicts.slice(0, mostShown).map((conflict) => (
            <List.Item key={`${conflict.what}/${conflict.flow ?? ''}/${conflict.id}`}>
              <ConflictName conflict={conflict} />
            </List.Item>
          ))}
        </List>
        <Text size="sm" c="dimmed">
          {t('conflict.safe')}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => autosave.settle('theirs')}>
            {t('conflict.theirs')}
          </Button>
          <Button data-autofocus onClick={() => autosave.settle('mine')}>
            {t('conflict.mine')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function ConflictName({ conflict: { what, flow, id } }: { conflict: Conflict }) {
  const { t } = useTranslation('editor');
  const words = useWords();
  const file = useDocument((state) => state.file);
  const flowName = findFlow(file, flow ?? id)?.name ?? '';
  if (what === 'flow') return t('conflict.flow', { name: flowName });
  if (what === 'step' && flow !== undefined) {
    const node = findNode(file, flow, id);
    const name = node
      ? toStepName(node, toPlain(toCard(node, words).sentence), words)
      : t('conflict.deletedStep');
    return t('conflict.step', { flow: flowName, name });
  }
  if (what === 'connection') return t('conflict.connection', { flow: flowName });
  return t(`conflict.${what}`);
}
