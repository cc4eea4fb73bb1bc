import { notifyManager, useMutation, useQueryClient } from '@tanstack/react-query';
import { useStore } from 'zustand';
import { inboxRoutes } from '../../shared/api/inbox.ts';
import type { InboxConversation } from '../../shared/api/inbox-conversation.ts';
import { toSentence } from '../api/api-problem.ts';
import { call } from '../api/call.ts';
import { newUuid } from '../ui/new-uuid.ts';
import { showConversation } from './inbox-queries.ts';
import { dropOutgoing, failOutgoing, type Outgoing, outgoingStore, putOutgoing } from './outgoing.ts';

/** Sends messages of one conversation, one after the other in the order they were written. */
export function useSending({ id: conversation, number }: InboxConversation) {
  const queries = useQueryClient();
  const messages = useStore(outgoingStore, (state) => state.messages);
  const { mutate } = useMutation({
    scope: { id: `send-${conversation}` },
    mutationFn: ({ id, text, file }: Outgoing) =>
      call(inboxRoutes.inboxSend, {
        params: { id: conversation },
        body: file ? { id, file } : { id, text },
      }),
    onSuccess: ({ conversation: answered }, { id }) => {
      showConversation(queries, answered);
      // After the transcript shows it, so that it does not vanish in between.
      notifyManager.schedule(() => dropOutgoing(id));
    },
    onError: (error, { id }) => failOutgoing(id, toSentence(error)),
  });
  const send = (message: Omit<Outgoing, 'failure' | 'conversation'>) => {
    const whole = { ...message, conversation };
    putOutgoing(whole);
    mutate({ ...whole, failure: null });
  };
  const fresh = () => ({ id: newUuid(), at: new Date().toISOString(), after: number });
  return {
    outgoing: messages.filter((message) => message.conversation === conversation),
    write: (text: string) => send({ ...fresh(), text }),
    sendFile: (file: { id: string; name: string }) => send({ ...fresh(), text: file.name, file: file.id }),
    sendAgain: (message: Outgoing) => send(message),
    discard: (message: Outgoing) => dropOutgoing(message.id),
  };
}
export type Sending = ReturnType<typeof useSending>;
