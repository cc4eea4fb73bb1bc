import { Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../shared/api/admin.ts';
import { CopyField } from '../../ui/CopyField.tsx';

/** The link by which a person chooses a password: mailed, and to be passed on by hand. */
export function LinkDialog(props: { person: Person; link: string; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const { email } = props.person;
  return (
    <Modal opened onClose={props.onClose} title={t('people.linkTitle', { email })}>
      <Stack gap="md">
        <Text size="sm">{t('people.linkText')}</Text>
        <CopyField label={t('people.link')} value={props.link} />
      </Stack>
    </Modal>
  );
}
