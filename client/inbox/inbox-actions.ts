import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { inboxRoutes } from '../../shared/api/inbox.ts';
import type { AgentStatus, InboxConversation } from '../../shared/api/inbox-conversation.ts';
import type { Body } from '../../shared/api/route.ts';
import { ApiProblem, toSentence } from '../api/api-problem.ts';
import { call } from '../api/call.ts';
import {
  agentsQuery,
  conversationKey,
  countsQuery,
  listsKey,
  meQuery,
  showConversation,
} from './inbox-queries.ts';

/** Makes one change to a conversation; what the server answers is shown at once, a failure is told. */
function useAction<Input>(act: (input: Input) => Promise<{ conversation: InboxConversation }>, id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: ({ conversation }) => {
      showConversation(queries, conversation);
      void queries.invalidateQueries({ queryKey: listsKey });
      void queries.invalidateQueries(countsQuery);
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.status === 409)
        void queries.invalidateQueries({ queryKey: conversationKey(id) });
      notifications.show({
        color: 'red',
        title: i18next.t('inbox:failed.action'),
        message: toFailure(error),
      });
    },
  });
}

function toFailure(error: unknown): string {
  const winner = error instanceof ApiProblem ? error.problem?.winner : undefined;
  return winner ? i18next.t('inbox:failed.winner', { name: winner.name }) : toSentence(error);
}

/** Everything an agent may do with one conversation, but for writing (`outgoing.ts`). */
export function useConversationActions(id: string) {
  const params = { id };
  return {
    join: useAction(() => call(inboxRoutes.inboxJoin, { params }), id),
    resolve: useAction(
      (body: Body<typeof inboxRoutes.inboxResolve>) => call(inboxRoutes.inboxResolve, { params, body }),
      id,
    ),
    survey: useAction((name: string) => call(inboxRoutes.inboxSurvey, { params, body: { name } }), id),
    flow: useAction((flow: string) => call(inboxRoutes.inboxFlow, { params, body: { flow } }), id),
    toQueue: useAction(() => call(inboxRoutes.inboxReturn, { params }), id),
    assign: useAction(
      (body: Body<typeof inboxRoutes.inboxAssign>) => call(inboxRoutes.inboxAssign, { params, body }),
      id,
    ),
    note: useAction((text: string) => call(inboxRoutes.inboxNote, { params, body: { text } }), id),
    tags: useAction(
      (body: Body<typeof inboxRoutes.inboxTags>) => call(inboxRoutes.inboxTags, { params, body }),
      id,
    ),
    folder: useAction(
      (folder: Body<typeof inboxRoutes.inboxFolder>['folder']) =>
        call(inboxRoutes.inboxFolder, { params, body: { folder } }),
      id,
    ),
  };
}
export type ConversationActions = ReturnType<typeof useConversationActions>;

/** Sets one's own status as an agent. */
export function useSetStatus() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (status: AgentStatus) => call(inboxRoutes.inboxStatus, { body: { status } }),
    onSuccess: ({ agent }) => {
      queries.setQueryData(meQuery.queryKey, agent);
      void queries.invalidateQueries(agentsQuery);
    },
    onError: (error) =>
      notifications.show({
        color: 'red',
        title: i18next.t('inbox:failed.action'),
        message: toSentence(error),
      }),
  });
}
