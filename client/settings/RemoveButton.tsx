import { ActionIcon } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { confirmRemoval } from './confirm-removal.tsx';

interface RemoveButtonProps {
  /** What is removed, as it is called on its row. */
  name: string;
  /** What its removal means for people. */
  text: string;
  remove: () => void;
}

/** Removes what a row shows, after a question. */
export function RemoveButton({ name, text, remove }: RemoveButtonProps) {
  const { t } = useTranslation('settings');
  return (
    <ActionIcon
      aria-label={t('removeOne', { name })}
      onClick={() => confirmRemoval({ title: t('removeTitle', { name }), text, remove })}
    >
      <Trash2 size={16} />
    </ActionIcon>
  );
}
