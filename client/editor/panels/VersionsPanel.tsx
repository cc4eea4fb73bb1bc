import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Download, RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { botRoutes, type Release } from '../../../shared/api/bots.ts';
import { toAddress } from '../../../shared/api/route.ts';
import { toSentence } from '../../api/api-problem.ts';
import { call } from '../../api/call.ts';
import { Failed } from '../../ui/Failed.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { botQuery, releasesQuery } from '../bot-calls.ts';
import { useEditor } from '../editor-context.ts';
import { formatTime } from '../format-time.ts';

/** The published releases, newest first; an earlier one can be put back on duty. */
export function VersionsPanel() {
  const { t } = useTranslation('editor');
  const { bot } = useEditor();
  const { data, error, refetch } = useQuery(releasesQuery(bot));
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return null;
  if (data.length === 0) {
    return (
      <Text size="sm" c="dimmed" p="md">
        {t('versions.none')}
      </Text>
    );
  }
  return (
    <Stack gap={0} component="ul" m={0} p={0} aria-label={t('versions.title')}>
      {data.map((release) => (
        <ReleaseRow key={release.number} bot={bot} release={release} />
      ))}
    </Stack>
  );
}

function ReleaseRow({ bot, release }: { bot: string; release: Release }) {
  const { t, i18n } = useTranslation('editor');
  const queries = useQueryClient();
  const slug = useQuery(botQuery(bot)).data?.slug ?? bot;
  const restore = useMutation({
    mutationFn: () => call(botRoutes.releaseRestore, { params: { id: bot, number: release.number } }),
    onSuccess: ({ release: made }) => {
      void queries.invalidateQueries({ queryKey: ['bots'] });
      notifications.show({ message: t('versions.restored', { number: release.number, made: made.number }) });
    },
    onError: (error) => notifications.show({ color: 'red', message: toSentence(error) }),
  });
  return (
    <Group component="li" gap="sm" px="md" py={6} wrap="nowrap" style={{ listStyle: 'none' }}>
      <Text size="sm" fw={600} w={32}>
        {release.number}
      </Text>
      <Stack gap={0} flex={1} miw={0}>
        <Text size="sm" truncate>
          {toNote(release.note, t)}
        </Text>
        <Text size="xs" c="dimmed">
          {t('versions.by', { name: release.by, time: formatTime(release.at, i18n.language) })}
        </Text>
      </Stack>
      {release.current ? (
        <Mark tone="person">{t('versions.current')}</Mark>
      ) : (
        <Button
          size="xs"
          variant="default"
          loading={restore.isPending}
          leftSection={<RotateCcw size={14} aria-hidden />}
          onClick={() => restore.mutate()}
        >
          {t('versions.restore')}
        </Button>
      )}
      <Button
        component="a"
        size="xs"
        variant="subtle"
        color="gray"
        href={toAddress(botRoutes.botExport.path, { id: bot }, { release: release.number })}
        download={`${slug}.release-${release.number}.bot.json`}
        leftSection={<Download size={14} aria-hidden />}
      >
        {t('versions.export')}
      </Button>
    </Group>
  );
}

/** A release that was put back on duty carries `#` and the number of the original as its note. */
function toNote(note: string, t: (key: string, values?: Record<string, string>) => string): string {
  const [, number] = /^#(\d+)$/.exec(note) ?? [];
  if (number !== undefined) return t('versions.again', { number });
  return note || t('versions.noNote');
}
