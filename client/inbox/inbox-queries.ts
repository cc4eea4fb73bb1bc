import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { inboxRoutes } from '../../shared/api/inbox.ts';
import type { FolderFilter, InboxConversation } from '../../shared/api/inbox-conversation.ts';
import { call } from '../api/call.ts';
import { mergeMessages } from './merge-messages.ts';

/** How many messages one read brings, by the contract. */
const page = 200;
const root = 'inbox';

export const listsKey = [root, 'list'] as const;
/** Where the cache keeps one conversation. */
export const conversationKey = (id: string) => [root, 'conversation', id] as const;

export const countsQuery = queryOptions({
  queryKey: [root, 'counts'],
  queryFn: async ({ signal }) => (await call(inboxRoutes.inboxCounts, { signal })).counts,
});

export const meQuery = queryOptions({
  queryKey: [root, 'me'],
  queryFn: async ({ signal }) => (await call(inboxRoutes.inboxMe, { signal })).agent,
});

export const agentsQuery = queryOptions({
  queryKey: [root, 'agents'],
  queryFn: ({ signal }) => call(inboxRoutes.inboxAgents, { signal }),
});

/** The conversations of a folder that match the words, page by page. */
export function listQuery(folder: FolderFilter, words: string) {
  return infiniteQueryOptions({
    queryKey: [...listsKey, folder, words],
    queryFn: ({ pageParam, signal }) =>
      call(inboxRoutes.inboxList, {
        query: { folder, ...(words && { q: words }), ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor ?? undefined,
  });
}

/** A conversation; earlier messages that were read before stay with it. */
export function conversationQuery(queries: QueryClient, id: string) {
  const queryKey = conversationKey(id);
  return queryOptions({
    queryKey,
    queryFn: async ({ signal }) => {
      const { conversation } = await call(inboxRoutes.inboxRead, { params: { id }, signal });
      return withKnownMessages(queries.getQueryData<InboxConversation>(queryKey), conversation);
    },
  });
}

/** Puts a conversation as the server just answered it on screen. */
export function showConversation(queries: QueryClient, conversation: InboxConversation): void {
  queries.setQueryData<InboxConversation>(conversationKey(conversation.id), (known) =>
    withKnownMessages(known, conversation),
  );
}

/** Reads the messages before the earliest one on screen. */
export function useEarlierMessages(conversation: InboxConversation) {
  const queries = useQueryClient();
  const { id } = conversation;
  const first = conversation.messages[0]?.number ?? 1;
  const read = useMutation({
    mutationFn: () =>
      call(inboxRoutes.inboxMessages, { params: { id }, query: { after: Math.max(0, first - 1 - page) } }),
    onSuccess: ({ messages }) =>
      queries.setQueryData<InboxConversation>(
        conversationKey(id),
        (known) => known && { ...known, messages: mergeMessages(messages, known.messages) },
      ),
  });
  return { ...read, exist: first > 1 };
}

function withKnownMessages(known: InboxConversation | undefined, read: InboxConversation): InboxConversation {
  return known ? { ...read, messages: mergeMessages(known.messages, read.messages) } : read;
}
