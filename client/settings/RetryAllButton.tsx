import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { adminRoutes } from '../../shared/api/admin.ts';
import { call } from '../api/call.ts';
import { useChange } from './use-admin.ts';

/** Sends all that has failed again, on whatever page it stands; not shown while nothing has. */
export function RetryAllButton() {
  const { t } = useTranslation('settings');
  const failed = useQuery({
    queryKey: ['admin', 'outbox-failed'],
    queryFn: async ({ signal }) =>
      (await call(adminRoutes.outboxList, { query: { status: 'failed', limit: 1 }, signal })).failed,
    refetchInterval: 15_000,
  });
  const retry = useChange(async () => {
    const { count } = await call(adminRoutes.outboxRetryAll, {});
    notifications.show({ message: t('outbox.retried', { count }) });
  });
  if (!failed.data) return null;
  return (
    <Button
      variant="default"
      leftSection={<RotateCw size={16} aria-hidden />}
      loading={retry.isPending}
      onClick={() => retry.mutate(undefined)}
    >
      {t('outbox.retryAll', { count: failed.data })}
    </Button>
  );
}
