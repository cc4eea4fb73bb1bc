import { SegmentedControl, Stack, Switch, Text } from '@mantine/core';
import { MessageSquareQuote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PhraseList } from '../fields/PhraseList.tsx';
import type { DraftOf, FormProps, KindView } from './kind-view.ts';

type Data = DraftOf<'text-request'>;
const matches = ['meaning', 'contains', 'exact'] as const;

export const textRequestView: KindView<Data> = {
  icon: MessageSquareQuote,
  sentence: ({ phrases = [], include = [], match = 'meaning' }, { t, strong }) => {
    const [phrase] = phrases;
    if (include.includes('person')) {
      return t(phrase ? 'text-request.saysPersonAnd' : 'text-request.saysPerson', {
        phrase: strong(phrase ?? ''),
        count: phrases.length,
      });
    }
    if (!phrase) return t('text-request.saysNothing');
    const others = phrases.length - 1;
    const said = t(`text-request.says-${match}`, { phrase: strong(phrase) });
    return others > 0 ? `${said} ${t('text-request.others', { count: others })}` : said;
  },
  Form: TextRequestForm,
};

function TextRequestForm({ data, set }: FormProps<Data>) {
  const { t } = useTranslation('kinds');
  const person = data.include?.includes('person') ?? false;
  const match = data.match ?? 'meaning';
  return (
    <Stack gap="md">
      <PhraseList
        label={t('text-request.phrases')}
        hint={t('text-request.phrasesHint')}
        value={data.phrases}
        onChange={(phrases) => set('phrases', phrases)}
      />
      <Switch
        label={t('text-request.person')}
        description={t('text-request.personHint')}
        checked={person}
        onChange={(event) => set('include', event.currentTarget.checked ? ['person'] : undefined)}
      />
      <div>
        <Text size="sm" fw={600} id="match-label">
          {t('text-request.match')}
        </Text>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-labelledby="match-label"
          data={matches.map((value) => ({ value, label: t(`text-request.match-${value}`) }))}
          value={match}
          onChange={(next) => set('match', next)}
        />
        <Text size="xs" c="dimmed" mt={4}>
          {t(`text-request.match-${match}-hint`)}
        </Text>
      </div>
      <Switch
        label={t('text-request.interrupts')}
        description={t('text-request.interruptsHint')}
        checked={data.interrupts ?? person}
        onChange={(event) => set('interrupts', event.currentTarget.checked)}
      />
    </Stack>
  );
}
