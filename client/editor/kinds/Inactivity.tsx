import { Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../fields/NumberField.tsx';
import type { DraftOf, FormProps, KindView } from './kind-view.ts';

type Data = DraftOf<'inactivity'>;

export const inactivityView: KindView<Data> = {
  icon: Clock,
  sentence: ({ minutes }, { t, strong }) =>
    t('inactivity.says', { time: strong(t('minutes', { count: minutes ?? 0 })) }),
  Form: InactivityForm,
};

function InactivityForm({ data, set }: FormProps<Data>) {
  const { t } = useTranslation('kinds');
  return (
    <NumberField
      label={t('inactivity.minutes')}
      hint={t('inactivity.minutesHint')}
      unit={t('unit.minutes')}
      value={data.minutes}
      min={0}
      max={43_200}
      decimals={2}
      onChange={(minutes) => set('minutes', minutes)}
    />
  );
}
