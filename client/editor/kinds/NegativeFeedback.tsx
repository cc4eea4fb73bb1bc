import { Checkbox, Stack } from '@mantine/core';
import { ThumbsDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../fields/NumberField.tsx';
import { PhraseList } from '../fields/PhraseList.tsx';
import type { DraftOf, FormProps, KindView } from './kind-view.ts';

type Data = DraftOf<'negative-feedback'>;
const signals = ['thumbs-down', 'phrase', 'repeat', 'low-rating'] as const;

export const negativeFeedbackView: KindView<Data> = {
  icon: ThumbsDown,
  sentence: ({ signals: chosen = [], times = 1 }, { t, strong, either }) => {
    if (chosen.length === 0) return t('negative-feedback.saysNothing');
    const ways = strong(either(chosen.map((signal) => t(`signal.${signal}`))));
    return t('negative-feedback.says', { ways, count: times });
  },
  Form: NegativeFeedbackForm,
};

function NegativeFeedbackForm({ data, set }: FormProps<Data>) {
  const { t } = useTranslation('kinds');
  const chosen = data.signals ?? [];
  return (
    <Stack gap="md">
      <Checkbox.Group
        label={t('negative-feedback.signals')}
        value={chosen}
        onChange={(next) =>
          set(
            'signals',
            signals.filter((signal) => next.includes(signal)),
          )
        }
      >
        <Stack gap="xs" mt={4}>
          {signals.map((signal) => (
            <Checkbox
              key={signal}
              value={signal}
              label={t(`negative-feedback.${signal}`)}
              description={t(`negative-feedback.${signal}-hint`)}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      {chosen.includes('phrase') && (
        <PhraseList
          label={t('negative-feedback.phrases')}
          hint={t('negative-feedback.phrasesHint')}
          value={data.phrases}
          onChange={(phrases) => set('phrases', phrases.length > 0 ? phrases : undefined)}
        />
      )}
      <NumberField
        label={t('negative-feedback.times')}
        value={data.times}
        min={1}
        max={100}
        onChange={(times) => set('times', times)}
      />
    </Stack>
  );
}
