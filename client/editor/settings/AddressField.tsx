import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { botRoutes, slugSchema } from '../../../shared/api/bots.ts';
import { toSentence } from '../../api/api-problem.ts';
import { call } from '../../api/call.ts';
import { CopyField } from '../../ui/CopyField.tsx';
import { botQuery } from '../bot-calls.ts';
import { useEditor } from '../editor-context.ts';

/** The last part of the addresses at which customers find the bot. It counts at once, not when publishing. */
export function AddressField() {
  const { t } = useTranslation('bot-settings');
  const { bot } = useEditor();
  const queries = useQueryClient();
  const { data } = useQuery(botQuery(bot));
  const [typed, setTyped] = useState<string | null>(null);
  const change = useMutation({
    mutationFn: (slug: string) => call(botRoutes.botChange, { params: { id: bot }, body: { slug } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['bots'], exact: false, predicate: isNoDraft });
      setTyped(null);
    },
  });
  const slug = typed ?? data?.slug ?? '';
  const isWritten = slugSchema.safeParse(slug).success;
  const changed = typed !== null && typed !== data?.slug;
  const error = changed && !isWritten ? t('general.addressWrong') : change.error && toSentence(change.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (changed && isWritten) change.mutate(slug);
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="flex-end">
        <TextInput
          flex={1}
          label={t('general.address')}
          description={t('general.addressHint')}
          value={slug}
          maxLength={60}
          disabled={!data}
          onChange={({ currentTarget: { value } }) => {
            change.reset();
            setTyped(value.toLowerCase().replace(/\s+/g, '-'));
          }}
        />
        {changed && (
          <Button type="submit" disabled={!isWritten} loading={change.isPending}>
            {t('general.changeAddress')}
          </Button>
        )}
      </Group>
      {error && (
        <Text size="xs" c="var(--mantine-color-error)" mt={4} role="alert">
          {error}
        </Text>
      )}
      {data && !changed && (
        <Stack gap="sm">
          <Anchor size="xs" href={`/chat/${data.slug}`} target="_blank" rel="noopener">
            {`${location.origin}/chat/${data.slug}`}
          </Anchor>
          <CopyField label={t('general.embed')} value={toEmbedTag(data.slug)} />
        </Stack>
      )}
    </form>
  );
}

/** The tag that puts the chat into any page; see `docs/embedding.md` for what else it may say. */
function toEmbedTag(slug: string): string {
  return `<script src="${location.origin}/widget.js" data-bot="${slug}" defer></script>`;
}

/** The draft is open and edited; reading it anew would be thrown away. */
function isNoDraft({ queryKey }: { queryKey: readonly unknown[] }): boolean {
  return queryKey[2] !== 'draft';
}
