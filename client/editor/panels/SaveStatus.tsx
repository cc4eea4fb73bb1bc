import { Button, Group, Text, Tooltip } from '@mantine/core';
import { Check, CloudOff, CloudUpload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { SaveState } from '../document/autosave.ts';
import { useEditor } from '../editor-context.ts';

const looks = {
  saved: { Icon: Check, color: 'dimmed' },
  unsaved: { Icon: CloudUpload, color: 'dimmed' },
  saving: { Icon: CloudUpload, color: 'dimmed' },
  retrying: { Icon: CloudOff, color: 'var(--baton-failed-ink)' },
  refused: { Icon: CloudOff, color: 'var(--baton-failed-ink)' },
  conflict: { Icon: CloudOff, color: 'var(--baton-waiting-ink)' },
} as const satisfies Record<SaveState['type'], unknown>;

/** Whether the draft is safe with the server, always in sight. */
export function SaveStatus() {
  const { t } = useTranslation('editor');
  const { autosave } = useEditor();
  const state = useStore(autosave.state);
  const { Icon, color } = looks[state.type];
  const sentence = 'sentence' in state ? state.sentence : '';
  return (
    <Group gap={6} wrap="nowrap">
      <Tooltip label={sentence} disabled={sentence === ''} multiline maw={320}>
        <Group gap={4} wrap="nowrap" role="status" c={color}>
          <Icon size={16} aria-hidden />
          <Text size="xs" style={{ whiteSpace: 'nowrap' }}>
            {t(`save.${state.type}`)}
          </Text>
        </Group>
      </Tooltip>
      {(state.type === 'retrying' || state.type === 'refused') && (
        <Button size="compact-xs" variant="default" onClick={() => void autosave.flush()}>
          {t('save.again')}
        </Button>
      )}
    </Group>
  );
}
