import { NavLink, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Workflow } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { toSentence } from '../../api/api-problem.ts';
import { flowNamesQuery } from '../bot-calls.ts';

/** The flows of a bot's draft, each a way straight to its drawing. */
export function BotFlows({ bot }: { bot: string }) {
  const { t } = useTranslation('editor');
  const { data, error } = useQuery(flowNamesQuery(bot));
  if (error) {
    return (
      <Text size="sm" c="error" p="sm" role="alert">
        {toSentence(error)}
      </Text>
    );
  }
  if (!data) return <Skeleton h={32} mt="xs" />;
  return (
    <Stack gap={0} pt="xs" pl={44}>
      {data.map(({ id, name, steps }) => (
        <NavLink
          key={id}
          component={Link}
          to={`/bots/${bot}?flow=${encodeURIComponent(id)}`}
          label={name || t('flows.unnamed')}
          description={t('inspector.steps', { count: steps })}
          leftSection={<Workflow size={16} aria-hidden />}
        />
      ))}
      {data.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('bots.noFlows')}
        </Text>
      )}
    </Stack>
  );
}
