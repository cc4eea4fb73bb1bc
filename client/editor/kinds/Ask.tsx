import { Select, Stack, Switch, TextInput } from '@mantine/core';
import { MessageCircleQuestionMark } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { answerTypes, isFreeAnswer } from '../../../shared/kinds/answer.ts';
import type { VariableType } from '../../../shared/schema/bot-settings.ts';
import { Fold } from '../fields/Fold.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { VariableOptions } from '../fields/VariableOptions.tsx';
import { VariablePicker } from '../fields/VariablePicker.tsx';
import type { DraftOf, FormProps, KindView } from './kind-view.ts';

type Data = DraftOf<'ask'>;

const variableTypes: Partial<Record<NonNullable<Data['answer']>, VariableType>> = {
  number: 'number',
  date: 'date',
  choice: 'choice',
  file: 'file',
};

export const askView: KindView<Data> = {
  icon: MessageCircleQuestionMark,
  sentence: ({ variable, answer, example, prompt }, { t, strong, variable: name, text }) => {
    if (!variable) return text(prompt) || t('ask.saysNothing');
    const what = strong(name(variable));
    return answer === 'order-number' && example
      ? t('ask.saysLike', { what, example })
      : t('ask.says', { what });
  },
  Form: AskForm,
};

function AskForm({ data, set }: FormProps<Data>) {
  const { t } = useTranslation('kinds');
  const answer = data.answer ?? 'text';
  return (
    <Stack gap="md">
      <TextField
        label={t('ask.prompt')}
        value={data.prompt}
        multiline
        onChange={(prompt) => set('prompt', prompt)}
      />
      <Select
        label={t('ask.answer')}
        description={t(`ask.answer-${answer}-hint`)}
        allowDeselect={false}
        data={answerTypes.map((value) => ({ value, label: t(`ask.answer-${value}`) }))}
        value={answer}
        onChange={(next) => next && set('answer', next)}
      />
      {answer === 'order-number' && (
        <TextInput
          label={t('ask.example')}
          description={t('ask.exampleHint')}
          placeholder="AB-123456"
          maxLength={60}
          value={data.example ?? ''}
          onChange={(event) => set('example', event.currentTarget.value || undefined)}
        />
      )}
      <VariablePicker
        label={t('ask.variable')}
        hint={t('ask.variableHint')}
        type={variableTypes[answer] ?? 'text'}
        value={data.variable}
        onChange={(variable, also) => set('variable', variable, also)}
      />
      {answer === 'choice' && data.variable && <VariableOptions variable={data.variable} />}
      <Switch
        label={t('ask.skipIfKnown')}
        description={t('ask.skipIfKnownHint')}
        checked={data.skipIfKnown ?? true}
        onChange={(event) => set('skipIfKnown', event.currentTarget.checked)}
      />
      {!isFreeAnswer(answer) && <AskAgain data={data} set={set} />}
    </Stack>
  );
}

function AskAgain({ data, set }: FormProps<Data>) {
  const { t } = useTranslation('kinds');
  return (
    <Fold label={t('ask.again')} open={data.retryText !== undefined}>
      <NumberField
        label={t('ask.retries')}
        hint={t('ask.retriesHint')}
        value={data.retries}
        min={0}
        max={20}
        onChange={(retries) => set('retries', retries)}
      />
      <TextField
        label={t('ask.retryText')}
        hint={t('ask.retryTextHint')}
        value={data.retryText}
        multiline
        onChange={(text) => set('retryText', text === '' ? undefined : text)}
      />
    </Fold>
  );
}
