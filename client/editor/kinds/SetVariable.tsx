import { Stack } from '@mantine/core';
import { PencilLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../fields/TextField.tsx';
import { VariablePicker } from '../fields/VariablePicker.tsx';
import type { DraftOf, FormProps, KindView } from './kind-view.ts';

type Data = DraftOf<'set-variable'>;

export const setVariableView: KindView<Data> = {
  icon: PencilLine,
  sentence: ({ variable, value }, { t, strong, variable: name, text }) => {
    if (!variable) return t('set-variable.saysNothing');
    const words = text(value);
    const what = strong(name(variable));
    return words === ''
      ? t('set-variable.saysEmpty', { what })
      : t('set-variable.says', { what, value: words });
  },
  Form: SetVariableForm,
};

function SetVariableForm({ data, set }: FormProps<Data>) {
  const { t } = useTranslation('kinds');
  return (
    <Stack gap="md">
      <VariablePicker
        label={t('set-variable.variable')}
        value={data.variable}
        onChange={(variable, also) => set('variable', variable, also)}
      />
      <TextField
        label={t('set-variable.value')}
        hint={t('set-variable.valueHint')}
        value={data.value}
        onChange={(value) => set('value', value)}
      />
    </Stack>
  );
}
