import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface DialogButtonsProps {
  /** What the main button does; 'Save' when left out. */
  submit?: string | undefined;
  saving: boolean;
  onClose: () => void;
}

/** The foot of a form in a dialog: leave it, or submit it. */
export function DialogButtons({ submit, saving, onClose }: DialogButtonsProps) {
  const { t } = useTranslation();
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onClose}>
        {t('action.cancel')}
      </Button>
      <Button type="submit" loading={saving}>
        {submit ?? t('action.save')}
      </Button>
    </Group>
  );
}
