import { Group, Select, Stack } from '@mantine/core';
import { Globe } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Fold } from '../fields/Fold.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { PairList } from '../fields/PairList.tsx';
import { SaveList } from '../fields/SaveList.tsx';
import { TemplateField } from '../fields/TemplateField.tsx';
import type { DraftOf, FormProps, KindView } from './kind-view.ts';

type Data = DraftOf<'http-request'>;
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

export const httpRequestView: KindView<Data> = {
  icon: Globe,
  sentence: ({ method = 'GET', url }, { t, strong, text }) => {
    if (!url) return t('http-request.saysNothing');
    const address = strong(text(url).replace(/^https?:\/\//, ''));
    return t(method === 'GET' ? 'http-request.saysGet' : 'http-request.says', { address });
  },
  Form: HttpRequestForm,
};

function HttpRequestForm({ data, set }: FormProps<Data>) {
  const { t } = useTranslation('kinds');
  const method = data.method ?? 'GET';
  return (
    <Stack gap="md">
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <Select
          label={t('http-request.method')}
          w={112}
          allowDeselect={false}
          data={methods.map((value) => ({ value, label: value }))}
          value={method}
          onChange={(next) => next && set('method', next)}
        />
      </Group>
      <TemplateField
        label={t('http-request.url')}
        hint={t('http-request.urlHint')}
        placeholder="https://"
        maxLength={20_000}
        value={data.url ?? ''}
        onChange={(url) => set('url', url)}
      />
      {method !== 'GET' && (
        <TemplateField
          label={t('http-request.body')}
          hint={t('http-request.bodyHint')}
          multiline
          maxLength={20_000}
          value={data.body ?? ''}
          onChange={(body) => set('body', body === '' ? undefined : body)}
        />
      )}
      <SaveList value={data.save} onChange={(save) => set('save', save)} />
      <Fold label={t('http-request.more')} open={Boolean(data.headers?.length)}>
        <PairList
          label={t('http-request.headers')}
          hint={t('http-request.headersHint')}
          nameLabel={t('http-request.headerName')}
          valueLabel={t('http-request.headerValue')}
          addLabel={t('http-request.addHeader')}
          value={data.headers}
          onChange={(headers) => set('headers', headers)}
        />
        <NumberField
          label={t('http-request.timeout')}
          hint={t('http-request.timeoutHint')}
          unit={t('unit.seconds')}
          min={0}
          max={15}
          decimals={1}
          value={data.timeoutSeconds}
          onChange={(seconds) => set('timeoutSeconds', seconds)}
        />
      </Fold>
    </Stack>
  );
}
