import { Radio, Stack } from '@mantine/core';
import { CircleHelp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../fields/NumberField.tsx';
import type { DraftOf, FormProps, KindView } from './kind-view.ts';

type Data = DraftOf<'unknown'>;

export const unknownView: KindView<Data> = {
  icon: CircleHelp,
  sentence: ({ misses = 1, scope }, { t, strong }) =>
    t(scope === 'flow' ? 'unknown.saysFlow' : 'unknown.says', {
      count: misses,
      times: strong(t('unknown.times', { count: misses })),
    }),
  Form: UnknownForm,
};

function UnknownForm({ data, set }: FormProps<Data>) {
  const { t } = useTranslation('kinds');
  return (
    <Stack gap="md">
      <NumberField
        label={t('unknown.misses')}
        hint={t('unknown.missesHint')}
        value={data.misses}
        min={1}
        max={100}
        onChange={(misses) => set('misses', misses)}
      />
      <Radio.Group
        label={t('unknown.scope')}
        value={data.scope ?? 'bot'}
        onChange={(scope) => set('scope', scope === 'flow' ? 'flow' : 'bot')}
      >
        <Stack gap="xs" mt={4}>
          <Radio value="bot" label={t('unknown.scope-bot')} />
          <Radio value="flow" label={t('unknown.scope-flow')} description={t('unknown.scope-flow-hint')} />
        </Stack>
      </Radio.Group>
    </Stack>
  );
}
