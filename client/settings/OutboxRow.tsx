import { Button, Group, Text, UnstyledButton } from '@mantine/core';
import { ChevronDown, ChevronRight, RotateCw } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { adminRoutes, type OutboxItem } from '../../shared/api/admin.ts';
import { call } from '../api/call.ts';
import { Mark, type Tone } from '../ui/Mark.tsx';
import { toUntil, toWhen } from '../ui/times.ts';
import { useNow } from '../ui/use-now.ts';
import { RowText } from './RowText.tsx';
import { useChange } from './use-admin.ts';

const tones: Record<OutboxItem['status'], Tone> = { done: 'plain', waiting: 'waiting', failed: 'failed' };

/** One outgoing item; unfolded it shows what was to leave. */
export function OutboxRow({ item }: { item: OutboxItem }) {
  const { t, i18n } = useTranslation('settings');
  const now = useNow();
  const [open, setOpen] = useState(false);
  const content = useId();
  const retry = useChange(() => call(adminRoutes.outboxRetry, { params: { id: item.id } }));
  const title = item.subject || t(`outbox.kind.${item.kind}`);
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <>
      <UnstyledButton
        flex="1 1 260px"
        aria-expanded={open}
        aria-controls={content}
        onClick={() => setOpen(!open)}
      >
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <Chevron size={16} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
          <RowText title={title}>
            {[t(`outbox.kind.${item.kind}`), item.to, toWhen(item.createdAt, now, i18n.language)].join(' · ')}
          </RowText>
        </Group>
      </UnstyledButton>
      <Mark tone={tones[item.status]}>
        {t(item.shownOnly ? 'outbox.shownOnly' : `outbox.filter.${item.status}`)}
      </Mark>
      {isUnsure(item) && <Mark tone="waiting">{t('outbox.mayHaveArrived')}</Mark>}
      {item.status === 'failed' && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<RotateCw size={14} aria-hidden />}
          aria-label={t('outbox.retryOne', { name: title })}
          loading={retry.isPending}
          onClick={() => retry.mutate(undefined)}
        >
          {t('outbox.retry')}
        </Button>
      )}
      <Progress item={item} now={now} />
      <div id={content} hidden={!open} style={{ width: '100%', paddingLeft: 24 }}>
        {isUnsure(item) && (
          <Text size="sm" mb="xs">
            {t('outbox.mayHaveArrivedText')}
          </Text>
        )}
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {item.preview}
        </Text>
        {item.conversation && (
          <Text
            size="sm"
            mt="xs"
            component={Link}
            to={`/inbox/${item.conversation}?folder=all`}
            td="underline"
          >
            {t('outbox.conversation')}
          </Text>
        )}
      </div>
    </>
  );
}

/** After the last attempt without an answer; what has left since has arrived. */
function isUnsure({ mayHaveArrived, status }: OutboxItem): boolean {
  return mayHaveArrived && status !== 'done';
}

/** How often it was tried, why that failed, and when it is tried next. */
function Progress({ item, now }: { item: OutboxItem; now: number }) {
  const { t, i18n } = useTranslation('settings');
  const { status, attempts, error, nextAt } = item;
  const isNext = status === 'waiting' && attempts > 0 && nextAt !== null;
  const parts = [
    error !== null && `${t('outbox.failedAfter', { count: attempts })} ${error}`,
    isNext && t('outbox.next', { when: toUntil(nextAt, now, i18n.language) }),
  ].filter((part) => part !== false);
  if (parts.length === 0) return null;
  return (
    <Text size="xs" c={status === 'failed' ? 'var(--baton-failed-ink)' : 'dimmed'} w="100%" pl={24}>
      {parts.join(' · ')}
    </Text>
  );
}
