import { SegmentedControl, Stack, Switch, Text } from '@mantine/core';
import { Headset } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { priorities } from '../../../shared/schema/fields.ts';
import { DepartmentPicker } from '../fields/DepartmentPicker.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { TextField } from '../fields/TextField.tsx';
import type { DraftOf, FormProps, KindView } from './kind-view.ts';
import { VariantsFold } from './VariantsFold.tsx';

type Data = DraftOf<'handoff-reply'>;

export const handoffReplyView: KindView<Data> = {
  icon: Headset,
  sentence: ({ consent, department, priority }, { t, strong, department: name }) => {
    const who = strong(department ? name(department) : t('handoff-reply.anybody'));
    const said = t(consent ? 'handoff-reply.saysConsent' : 'handoff-reply.says', { who });
    return priority && priority !== 'normal' ? `${said} ${t(`handoff-reply.says-${priority}`)}` : said;
  },
  Form: HandoffReplyForm,
};

function HandoffReplyForm({ data, set }: FormProps<Data>) {
  const { t } = useTranslation('kinds');
  return (
    <Stack gap="md">
      <ConsentFields data={data} set={set} />
      <TextField
        label={t('handoff-reply.text')}
        hint={t('handoff-reply.textHint')}
        value={data.text}
        multiline
        onChange={(text) => set('text', text)}
      />
      <DepartmentPicker value={data.department} onChange={(department) => set('department', department)} />
      <div>
        <Text size="sm" fw={600} id="priority-label">
          {t('handoff-reply.priority')}
        </Text>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-labelledby="priority-label"
          data={priorities.map((value) => ({ value, label: t(`priority.${value}`) }))}
          value={data.priority ?? 'normal'}
          onChange={(next) => set('priority', next)}
        />
      </div>
      <TextField
        label={t('handoff-reply.summary')}
        hint={t('handoff-reply.summaryHint')}
        value={data.summary}
        multiline
        onChange={(text) => set('summary', text === '' ? undefined : text)}
      />
      <NumberField
        label={t('handoff-reply.waitMinutes')}
        hint={t('handoff-reply.waitMinutesHint')}
        unit={t('unit.minutes')}
        min={0}
        max={43_200}
        decimals={2}
        value={data.waitMinutes}
        onChange={(minutes) => set('waitMinutes', minutes)}
      />
      <VariantsFold value={data.variants} onChange={(next) => set('variants', next)} />
    </Stack>
  );
}

function ConsentFields({ data, set }: FormProps<Data>) {
  const { t } = useTranslation('kinds');
  const { consent } = data;
  const start = () => ({
    question: t('handoff-reply.startQuestion'),
    accept: t('handoff-reply.startAccept'),
    decline: t('handoff-reply.startDecline'),
  });
  return (
    <>
      <Switch
        label={t('handoff-reply.consent')}
        description={t('handoff-reply.consentHint')}
        checked={consent !== undefined}
        onChange={(event) => set('consent', event.currentTarget.checked ? start() : undefined)}
      />
      {consent && (
        <Stack gap="xs" pl="xs" style={{ borderLeft: '2px solid var(--baton-line)' }}>
          {(['question', 'accept', 'decline'] as const).map((field) => (
            <TextField
              key={field}
              label={t(`handoff-reply.consent-${field}`)}
              value={consent[field]}
              multiline={field === 'question'}
              onChange={(text) => set('consent', { ...consent, [field]: text })}
            />
          ))}
        </Stack>
      )}
    </>
  );
}
