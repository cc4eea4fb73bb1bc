import { newWork } from '../background/new-work.ts';
import type { Perform } from './effect.ts';

/** Queues a flow's call of an address; its result comes back as an event. Secrets stay names in the row. */
export const performHttp: Perform<'http'> = ({ id, request }, writing) => {
  const to = request.url.map((piece) => (typeof piece === 'string' ? piece : `{{secret.${piece.secret}}}`));
  const work = newWork(writing, {
    kind: 'http',
    conversation: writing.conversation.id,
    to: to.join(''),
    subject: request.method,
    payload: { effect: id, request },
  });
  writing.outbox.push(work);
};
