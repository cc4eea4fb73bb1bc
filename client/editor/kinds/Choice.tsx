import { Stack } from '@mantine/core';
import { ListChecks } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../fields/NumberField.tsx';
import { OptionsEditor } from '../fields/OptionsEditor.tsx';
import { TextField } from '../fields/TextField.tsx';
import type { DraftOf, FormProps, KindView } from './kind-view.ts';

type Data = DraftOf<'choice'>;

export const choiceView: KindView<Data> = {
  icon: ListChecks,
  sentence: ({ text }, { t, text: words }) => words(text) || t('choice.saysNothing'),
  Form: ChoiceForm,
};

function ChoiceForm({ data, set }: FormProps<Data>) {
  const { t } = useTranslation('kinds');
  return (
    <Stack gap="md">
      <TextField
        label={t('choice.text')}
        value={data.text}
        multiline
        onChange={(text) => set('text', text)}
      />
      <OptionsEditor
        label={t('choice.options')}
        hint={t('choice.optionsHint')}
        value={data.options}
        onChange={(options) => set('options', options)}
      />
      <NumberField
        label={t('choice.retries')}
        hint={t('choice.retriesHint')}
        value={data.retries}
        min={0}
        max={20}
        onChange={(retries) => set('retries', retries)}
      />
    </Stack>
  );
}
