import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { KindType } from '../../../shared/kinds/document.ts';

/** The form of a kind that has nothing to set: it says what the step does. */
export function NoSettings({ type }: { type: KindType }) {
  const { t } = useTranslation('kinds');
  return (
    <Text size="sm" c="dimmed">
      {t(`${type}.about`)}
    </Text>
  );
}
