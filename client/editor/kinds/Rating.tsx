import { Select, Stack, Switch } from '@mantine/core';
import { Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ratingRanges, ratingScales } from '../../../shared/text/rating-scale.ts';
import { NumberField } from '../fields/NumberField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { VariablePicker } from '../fields/VariablePicker.tsx';
import type { DraftOf, FormProps, KindView } from './kind-view.ts';

type Data = DraftOf<'rating'>;

export const ratingView: KindView<Data> = {
  icon: Star,
  sentence: ({ question, scale = 'stars' }, { t, strong, text }) => {
    const asked = text(question);
    const how = strong(t(`scale.${scale}`));
    return asked === ''
      ? t('rating.saysNothing', { scale: how })
      : t('rating.says', { question: asked, scale: how });
  },
  Form: RatingForm,
};

function RatingForm({ data, set }: FormProps<Data>) {
  const { t } = useTranslation('kinds');
  const scale = data.scale ?? 'stars';
  const { min, max, lowUpTo } = ratingRanges[scale];
  return (
    <Stack gap="md">
      <TextField
        label={t('rating.question')}
        value={data.question}
        multiline
        onChange={(question) => set('question', question)}
      />
      <Select
        label={t('rating.scale')}
        allowDeselect={false}
        data={ratingScales.map((value) => ({ value, label: t(`scale.${value}`) }))}
        value={scale}
        onChange={(next) => next && set('scale', next)}
      />
      <VariablePicker
        label={t('rating.variable')}
        type="number"
        value={data.variable}
        onChange={(variable, also) => set('variable', variable, also)}
      />
      <NumberField
        label={t('rating.lowUpTo')}
        hint={t('rating.lowUpToHint', { min, max })}
        value={data.lowUpTo}
        placeholder={String(lowUpTo)}
        min={min}
        max={max}
        onChange={(next) => set('lowUpTo', next)}
      />
      <Switch
        label={t('rating.comment')}
        description={t('rating.commentHint')}
        checked={data.comment ?? false}
        onChange={(event) => set('comment', event.currentTarget.checked)}
      />
    </Stack>
  );
}
