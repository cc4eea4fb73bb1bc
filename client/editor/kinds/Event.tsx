import { TextInput } from '@mantine/core';
import { Zap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DraftOf, FormProps, KindView } from './kind-view.ts';

type Data = DraftOf<'event'>;

export const eventView: KindView<Data> = {
  icon: Zap,
  sentence: ({ name }, { t, strong }) =>
    name ? t('event.says', { name: strong(name) }) : t('event.saysNothing'),
  Form: EventForm,
};

function EventForm({ data, set }: FormProps<Data>) {
  const { t } = useTranslation('kinds');
  return (
    <TextInput
      label={t('event.name')}
      description={t('event.nameHint')}
      maxLength={100}
      value={data.name ?? ''}
      onChange={(event) => set('name', event.currentTarget.value)}
    />
  );
}
