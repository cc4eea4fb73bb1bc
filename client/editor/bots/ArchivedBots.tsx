import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { botsQuery } from '../bot-calls.ts';
import { formatTime } from '../format-time.ts';
import { useBotActions } from './use-bot-actions.ts';

/** The bots that were archived, for as long as they can be taken back. */
export function ArchivedBots() {
  const { t, i18n } = useTranslation('editor');
  const { restore } = useBotActions();
  const { data = [] } = useQuery(botsQuery(true));
  const archived = data.filter(({ archivedAt }) => archivedAt !== null);
  if (archived.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('bots.noneArchived')}
      </Text>
    );
  return (
    <Stack gap="xs" component="ul" m={0} p={0}>
      {archived.map(({ id, name, archivedAt }) => (
        <Paper key={id} component="li" withBorder p="sm" style={{ listStyle: 'none' }}>
          <Group justify="space-between">
            <div>
              <Text fw={600}>{name}</Text>
              <Text size="sm" c="dimmed">
                {t('bots.archivedAt', { time: formatTime(archivedAt ?? '', i18n.language) })}
              </Text>
            </div>
            <Button variant="default" onClick={() => restore.mutate(id)}>
              {t('bots.restore')}
            </Button>
          </Group>
        </Paper>
      ))}
    </Stack>
  );
}
