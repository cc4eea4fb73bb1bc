import type { Perform } from './effect.ts';

/** Queues a flow's call of an address; its result comes back as an event. Secrets stay names in the row. */
export const performHttp: Perform<'http'> = ({ id, request }, writing) => {
  writing.outbox.push({
    id: writing.newId(),
    kind: 'http',
    status: 'waiting',
    conversation: writing.conversation.id,
    to: request.url
      .map((piece) => (typeof piece === 'string' ? piece : `{{secret.${piece.secret}}}`))
      .join(''),
    subject: request.method,
    payload: { effect: id, request },
    attempts: 0,
    nextAt: writing.now,
    error: null,
    createdAt: writing.now,
  });
};
