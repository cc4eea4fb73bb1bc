import { Stack, TextInput } from '@mantine/core';
import { MessageSquareText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Fold } from '../fields/Fold.tsx';
import { ImageField } from '../fields/ImageField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { TextList } from '../fields/TextList.tsx';
import type { DraftOf, FormProps, KindView } from './kind-view.ts';
import { VariantsFold } from './VariantsFold.tsx';

type Data = DraftOf<'message'>;

export const messageView: KindView<Data> = {
  icon: MessageSquareText,
  sentence: ({ text, variants, suggestions }, { t, text: words }) => {
    const said = words(text);
    if (said === '') return t('message.saysNothing');
    const more = [
      variants?.length ? t('message.variantCount', { count: variants.length }) : '',
      suggestions?.length ? t('message.suggestionCount', { count: suggestions.length }) : '',
    ].filter((part) => part !== '');
    return more.length > 0 ? `${said} (${more.join(', ')})` : said;
  },
  Form: MessageForm,
};

function MessageForm({ data, set }: FormProps<Data>) {
  const { t } = useTranslation('kinds');
  return (
    <Stack gap="md">
      <TextField
        label={t('message.text')}
        value={data.text}
        multiline
        onChange={(text) => set('text', text)}
      />
      <Fold label={t('message.suggestions')} open={Boolean(data.suggestions?.length)}>
        <TextList
          label=""
          hint={t('message.suggestionsHint')}
          rowLabel={(number) => t('message.suggestion', { number })}
          addLabel={t('message.addSuggestion')}
          value={data.suggestions}
          onChange={(next) => set('suggestions', next)}
        />
      </Fold>
      <VariantsFold value={data.variants} onChange={(next) => set('variants', next)} />
      <Fold label={t('message.imageAndLink')} open={Boolean(data.image || data.link)}>
        <MessageImage data={data} set={set} />
        <MessageLink data={data} set={set} />
      </Fold>
    </Stack>
  );
}

function MessageImage({ data, set }: FormProps<Data>) {
  const { t } = useTranslation('kinds');
  const { image } = data;
  const url = typeof image === 'string' ? image : image?.url;
  const alt = typeof image === 'string' ? undefined : image?.alt;
  return (
    <>
      <ImageField
        label={t('message.image')}
        value={url}
        onChange={(next, also) =>
          set('image', next === undefined ? undefined : alt === undefined ? next : { url: next, alt }, also)
        }
      />
      {url !== undefined && (
        <TextField
          label={t('message.imageAlt')}
          hint={t('message.imageAltHint')}
          value={alt}
          onChange={(next) => set('image', next === '' ? url : { url, alt: next })}
        />
      )}
    </>
  );
}

function MessageLink({ data, set }: FormProps<Data>) {
  const { t } = useTranslation('kinds');
  const link = data.link ?? { label: '', url: '' };
  const change = (next: NonNullable<Data['link']>) => {
    set('link', next.label === '' && next.url === '' ? undefined : next);
  };
  return (
    <>
      <TextInput
        label={t('message.linkUrl')}
        placeholder="https://"
        value={link.url ?? ''}
        onChange={(event) => change({ ...link, url: event.currentTarget.value })}
      />
      <TextField
        label={t('message.linkLabel')}
        value={link.label}
        onChange={(label) => change({ ...link, label })}
      />
    </>
  );
}
