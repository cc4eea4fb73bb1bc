import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { inboxRoutes } from '../../shared/api/inbox.ts';
import { type InboxConversation, type InboxEvent, inboxEvents } from '../../shared/api/inbox-conversation.ts';
import type { StreamState } from '../api/open-stream.ts';
import { useStream } from '../api/use-stream.ts';
import { agentsQuery, conversationKey, countsQuery, listsKey, meQuery } from './inbox-queries.ts';
import { endTyping, noteTyping } from './typing.ts';

/** Hints come in bursts, one a message; lists and counts are read at most this often, in milliseconds. */
const listsEveryMs = 400;

/** Keeps the inbox as the server has it: each hint reads again only what it is about. */
export function useInboxLive(): StreamState {
  const queries = useQueryClient();
  const readLists = useMemo(() => createThrottle(() => rereadLists(queries), listsEveryMs), [queries]);
  useEffect(() => readLists.cancel, [readLists]);
  return useStream(inboxRoutes.inboxStream.path, inboxEvents, {
    onEvent: (hint) => takeHint(hint, queries, readLists.run),
    onGap: () => void queries.invalidateQueries({ queryKey: ['inbox'] }),
  });
}

function takeHint(hint: InboxEvent, queries: QueryClient, readLists: () => void): void {
  switch (hint.event) {
    case 'conversation': {
      const queryKey = conversationKey(hint.data.conversation);
      const known = queries.getQueryData<InboxConversation>(queryKey);
      if (known && known.number < hint.data.number) endTyping(known.id);
      void queries.invalidateQueries({ queryKey });
      readLists();
      return;
    }
    case 'typing':
      noteTyping(hint.data.conversation);
      return;
    case 'status':
      void queries.invalidateQueries(agentsQuery);
      void queries.invalidateQueries(meQuery);
      return;
    case 'reset':
      void queries.invalidateQueries({ queryKey: ['inbox'] });
  }
}

function rereadLists(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: listsKey });
  void queries.invalidateQueries(countsQuery);
}

/** Runs at once, then at most once in each stretch of `ms`, the last wish included. */
function createThrottle(run: () => void, ms: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again = false;
  const rest = () => {
    timer = undefined;
    if (again) start();
  };
  const start = () => {
    again = false;
    run();
    timer = setTimeout(rest, ms);
  };
  return {
    run: () => {
      if (timer === undefined) start();
      else again = true;
    },
    cancel: () => clearTimeout(timer),
  };
}
