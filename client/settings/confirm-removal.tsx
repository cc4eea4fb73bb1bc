import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import i18next from 'i18next';

/** Asks before something is removed that cannot be brought back; says what it means for people. */
export function confirmRemoval(asked: { title: string; text: string; remove: () => void }): void {
  modals.openConfirmModal({
    title: asked.title,
    children: <Text size="sm">{asked.text}</Text>,
    labels: { confirm: i18next.t('common:action.delete'), cancel: i18next.t('common:action.cancel') },
    confirmProps: { color: 'red' },
    onConfirm: asked.remove,
  });
}
