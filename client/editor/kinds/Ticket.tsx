import { Autocomplete, Stack } from '@mantine/core';
import { Ticket } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PairList } from '../fields/PairList.tsx';
import { TextField } from '../fields/TextField.tsx';
import type { DraftOf, FormProps, KindView } from './kind-view.ts';

type Data = DraftOf<'ticket'>;
const integrations = ['inbox', 'mail', 'webhook'] as const;

export const ticketView: KindView<Data> = {
  icon: Ticket,
  sentence: ({ integration = 'inbox', subject }, { t, strong, text }) => {
    const about = text(subject);
    const where = strong(t(`ticket.in-${integration}`, { defaultValue: integration }));
    return about === '' ? t('ticket.saysNothing', { where }) : t('ticket.says', { where, subject: about });
  },
  Form: TicketForm,
};

function TicketForm({ data, set }: FormProps<Data>) {
  const { t } = useTranslation('kinds');
  const toName = (value: string) => t(`ticket.in-${value}`, { defaultValue: value });
  const known = integrations.map((value) => ({ value, label: toName(value) }));
  return (
    <Stack gap="md">
      <Autocomplete
        label={t('ticket.integration')}
        description={t('ticket.integrationHint')}
        maxLength={60}
        data={known.map(({ label }) => label)}
        value={toName(data.integration ?? '')}
        onChange={(next) => set('integration', known.find(({ label }) => label === next)?.value ?? next)}
      />
      <TextField
        label={t('ticket.subject')}
        value={data.subject}
        onChange={(subject) => set('subject', subject)}
      />
      <TextField
        label={t('ticket.body')}
        value={data.body}
        multiline
        onChange={(body) => set('body', body)}
      />
      <PairList
        label={t('ticket.fields')}
        hint={t('ticket.fieldsHint')}
        nameLabel={t('ticket.fieldName')}
        valueLabel={t('ticket.fieldValue')}
        addLabel={t('ticket.addField')}
        value={data.fields}
        onChange={(fields) => set('fields', fields)}
      />
    </Stack>
  );
}
