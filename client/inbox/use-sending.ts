import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useStore } from 'zustand';
import { inboxRoutes } from '../../shared/api/inbox.ts';
import { toSentence } from '../api/api-problem.ts';
import { call } from '../api/call.ts';
import { newUuid } from '../ui/new-uuid.ts';
import { showConversation } from './inbox-queries.ts';
import { dropOutgoing, failOutgoing, type Outgoing, outgoingStore, putOutgoing } from './outgoing.ts';

/** Sends messages of one conversation, one after the other in the order they were written. */
export function useSending(conversation: string) {
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
      dropOutgoing(id);
    },
    onError: (error, { id }) => failOutgoing(id, toSentence(error)),
  });
  const send = (message: Omit<Outgoing, 'failure' | 'conversation'>) => {
    const whole = { ...message, conversation };
    putOutgoing(whole);
    mutate({ ...whole, failure: null });
  };
  return {
    outgoing: messages.filter((message) => message.conversation === conversation),
    write: (text: string) => send({ id: newUuid(), text, at: new Date().toISOString() }),
    sendFile: (file: { id: string; name: string }) =>
      send({ id: newUuid(), text: file.name, file: file.id, at: new Date().toISOString() }),
    sendAgain: (message: Outgoing) => send(message),
    discard: (message: Outgoing) => dropOutgoing(message.id),
  };
}
export type Sending = ReturnType<typeof useSending>;
