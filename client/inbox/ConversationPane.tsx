import { Button, Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { InboxConversation } from '../../shared/api/inbox-conversation.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Late } from '../ui/Late.tsx';
import { ConversationFoot } from './ConversationFoot.tsx';
import { ConversationHeader } from './ConversationHeader.tsx';
import styles from './ConversationPane.module.css';
import { CustomerPane } from './CustomerPane.tsx';
import { toContactName } from './contact-name.ts';
import { useConversationActions } from './inbox-actions.ts';
import { conversationQuery } from './inbox-queries.ts';
import { Transcript } from './Transcript.tsx';
import { useSeen } from './use-seen.ts';
import { useSending } from './use-sending.ts';

/** One conversation with its customer, by its id in the address. */
export function ConversationPane({ id }: { id: string }) {
  const queries = useQueryClient();
  const { t } = useTranslation('inbox');
  const [search] = useSearchParams();
  const read = useQuery(conversationQuery(queries, id));
  if (read.data) return <Conversation conversation={read.data} />;
  if (read.isPending) return <ConversationSkeleton />;
  if (read.error instanceof ApiProblem && read.error.status === 404)
    return (
      <div className={styles.alone}>
        <Empty
          icon={SearchX}
          title={t('gone.title')}
          text={t('gone.text')}
          action={
            <Button component={Link} to={`/inbox?${search}`} variant="default">
              {t('gone.back')}
            </Button>
          }
        />
      </div>
    );
  return <Failed error={read.error} retry={() => void read.refetch()} />;
}

function Conversation({ conversation }: { conversation: InboxConversation }) {
  const { t } = useTranslation('inbox');
  const [search] = useSearchParams();
  const actions = useConversationActions(conversation.id);
  const sending = useSending(conversation);
  useSeen(conversation);
  return (
    <div className={styles.pane} data-customer={search.get('pane') === 'customer' || undefined}>
      <section className={styles.conversation} aria-label={toContactName(conversation.contact, t)}>
        <ConversationHeader conversation={conversation} actions={actions} />
        <Transcript conversation={conversation} sending={sending} />
        <ConversationFoot conversation={conversation} actions={actions} sending={sending} />
      </section>
      <CustomerPane conversation={conversation} actions={actions} className={styles.customer} />
    </div>
  );
}

function ConversationSkeleton() {
  return (
    <div className={styles.loading}>
      <Late>
        <div aria-hidden>
          <Skeleton h={20} w={180} mb={32} />
          <Skeleton h={48} w="55%" mb={12} />
          <Skeleton h={48} w="45%" ml="auto" mb={12} />
          <Skeleton h={48} w="60%" />
        </div>
      </Late>
    </div>
  );
}
