import { Checkbox, Stack, TextInput } from '@mantine/core';
import { ClipboardList } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../fields/TextField.tsx';
import { toVariableName } from '../fields/variable-name.ts';
import type { DraftOf, FormProps, KindView } from './kind-view.ts';

type Data = DraftOf<'start-survey'>;
const starts = ['resolved', 'agent'] as const;

export const startSurveyView: KindView<Data> = {
  icon: ClipboardList,
  sentence: ({ name, label, start = [] }, { t, strong, text, either }) => {
    const called = text(label) || name;
    if (!called) return t('start-survey.saysNothing');
    const when = start.map((each) => t(`start-survey.when-${each}`));
    const survey = strong(called);
    return when.length > 0
      ? t('start-survey.saysWhen', { survey, when: either(when) })
      : t('start-survey.says', { survey });
  },
  Form: StartSurveyForm,
};

function StartSurveyForm({ data, set }: FormProps<Data>) {
  const { t } = useTranslation('kinds');
  return (
    <Stack gap="md">
      <TextField
        label={t('start-survey.labelField')}
        hint={t('start-survey.labelHint')}
        value={data.label}
        onChange={(label) => set('label', label)}
      />
      <TextInput
        label={t('start-survey.name')}
        description={t('start-survey.nameHint')}
        maxLength={64}
        value={data.name ?? ''}
        onChange={(event) => set('name', event.currentTarget.value)}
        onBlur={() => data.name && set('name', toVariableName(data.name, []).replaceAll('_', '-'))}
      />
      <Checkbox.Group
        label={t('start-survey.start')}
        value={data.start ?? []}
        onChange={(next) =>
          set(
            'start',
            starts.filter((each) => next.includes(each)),
          )
        }
      >
        <Stack gap="xs" mt={4}>
          {starts.map((each) => (
            <Checkbox key={each} value={each} label={t(`start-survey.start-${each}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
    </Stack>
  );
}
