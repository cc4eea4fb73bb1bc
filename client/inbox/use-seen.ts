import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { inboxRoutes } from '../../shared/api/inbox.ts';
import type { InboxConversation } from '../../shared/api/inbox-conversation.ts';
import { call } from '../api/call.ts';
import { conversationKey, countsQuery, listsKey } from './inbox-queries.ts';

/** Tells the server that the agent has read an open conversation, when the page is really in front. */
export function useSeen({ id, number, unread }: InboxConversation): void {
  const queries = useQueryClient();
  const visible = useVisible();
  useEffect(() => {
    if (!visible || !unread) return;
    call(inboxRoutes.inboxSeen, { params: { id }, body: { number } }).then(
      () => {
        queries.setQueryData<InboxConversation>(conversationKey(id), (known) =>
          known && known.number <= number ? { ...known, unread: false } : known,
        );
        void queries.invalidateQueries({ queryKey: listsKey });
        void queries.invalidateQueries(countsQuery);
      },
      () => {
        // It stays unread, which is the safe side; the next message tries again.
      },
    );
  }, [id, number, unread, visible, queries]);
}

function useVisible(): boolean {
  const [visible, setVisible] = useState(() => document.visibilityState === 'visible');
  useEffect(() => {
    const look = () => setVisible(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return visible;
}
