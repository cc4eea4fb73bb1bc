import { Stack, TagsInput } from '@mantine/core';
import { Tag } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DraftOf, FormProps, KindView } from './kind-view.ts';

type Data = DraftOf<'tag'>;

export const tagView: KindView<Data> = {
  icon: Tag,
  sentence: ({ add = [], remove = [] }, { t, strong, both }) => {
    const parts = [
      add.length > 0 ? t('tag.saysAdd', { tags: strong(both(add)) }) : '',
      remove.length > 0 ? t('tag.saysRemove', { tags: strong(both(remove)) }) : '',
    ].filter((part) => part !== '');
    return parts.length > 0 ? parts.join(' ') : t('tag.saysNothing');
  },
  Form: TagForm,
};

function TagForm({ data, set }: FormProps<Data>) {
  const { t } = useTranslation('kinds');
  return (
    <Stack gap="md">
      {(['add', 'remove'] as const).map((field) => (
        <TagsInput
          key={field}
          label={t(`tag.${field}`)}
          description={t('tag.hintField')}
          maxTags={50}
          maxLength={60}
          value={data[field] ?? []}
          onChange={(tags) => set(field, tags.length > 0 ? tags : undefined)}
        />
      ))}
    </Stack>
  );
}
