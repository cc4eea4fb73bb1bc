import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { type Command, perform } from '../document/document-store.ts';
import { useEditor } from '../editor-context.ts';
import { UndoNotice } from '../panels/UndoNotice.tsx';

/** Says what was deleted, with the way to have it back; `restore` must do nothing where it is back already. */
export function useNotifyDeleted(): (name: string, restore: Command) => void {
  const { t } = useTranslation('bot-settings');
  const { document } = useEditor();
  return (name, restore) => {
    const id = notifications.show({
      message: (
        <UndoNotice
          text={t('deleted', { name })}
          onUndo={() => {
            perform(document, restore);
            notifications.hide(id);
          }}
        />
      ),
    });
  };
}
