import { Alert, Button, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { MailCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminRoutes, outboxStatusSchema } from '../../shared/api/admin.ts';
import { call } from '../api/call.ts';
import { Empty } from '../ui/Empty.tsx';
import { OutboxRow } from './OutboxRow.tsx';
import { Page } from './Page.tsx';
import { RetryAllButton } from './RetryAllButton.tsx';
import { Rows } from './Rows.tsx';
import { useServerSettings } from './use-admin.ts';

const filters = ['all', ...outboxStatusSchema.options] as const;
type Filter = (typeof filters)[number];

/** What leaves this server: mails and tickets. What failed can be tried again, one by one or all of it. */
export function OutboxPage() {
  const { t } = useTranslation('settings');
  const [filter, setFilter] = useState<Filter>('all');
  const mail = useServerSettings().data?.mail;
  const list = useInfiniteQuery({
    queryKey: ['admin', 'outbox', filter],
    queryFn: ({ pageParam, signal }) =>
      call(adminRoutes.outboxList, {
        query: { ...(filter !== 'all' && { status: filter }), ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    refetchInterval: 15_000,
  });
  return (
    <Page title={t('page.outbox')} text={t('outbox.text')} action={<RetryAllButton />}>
      {mail === false && <Alert color="petrol">{t('outbox.noMail')}</Alert>}
      <SegmentedControl
        aria-label={t('outbox.show')}
        value={filter}
        onChange={(value) => setFilter(value as Filter)}
        data={filters.map((value) => ({ value, label: t(`outbox.filter.${value}`) }))}
        w="fit-content"
      />
      <Rows
        label={t('page.outbox')}
        query={list}
        toKey={({ id }) => id}
        empty={<Empty icon={MailCheck} title={t('outbox.empty')} text={t('outbox.emptyText')} />}
        row={(item) => <OutboxRow item={item} />}
      />
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('common:action.loadMore')}
        </Button>
      )}
    </Page>
  );
}
