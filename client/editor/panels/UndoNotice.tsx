import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** What was done, and the way back. */
export function UndoNotice({ text, onUndo }: { text: string; onUndo: () => void }) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{text}</Text>
      <Button size="xs" variant="light" onClick={onUndo}>
        {t('action.undo')}
      </Button>
    </Group>
  );
}
