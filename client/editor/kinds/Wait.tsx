import { Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../fields/NumberField.tsx';
import type { DraftOf, FormProps, KindView } from './kind-view.ts';

type Data = DraftOf<'wait'>;

export const waitView: KindView<Data> = {
  icon: Hourglass,
  sentence: ({ seconds }, { t, strong }) =>
    t('wait.says', { time: strong(t('seconds', { count: seconds ?? 0 })) }),
  Form: WaitForm,
};

function WaitForm({ data, set }: FormProps<Data>) {
  const { t } = useTranslation('kinds');
  return (
    <NumberField
      label={t('wait.seconds')}
      hint={t('wait.secondsHint')}
      unit={t('unit.seconds')}
      value={data.seconds}
      min={0}
      max={86_400}
      decimals={1}
      onChange={(seconds) => set('seconds', seconds)}
    />
  );
}
