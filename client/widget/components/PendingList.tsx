import type { Chat } from '../chat.ts';
import type { Pending } from '../connection/chat-state.ts';
import { discard, sayAgain } from '../connection/send.ts';

/** What the customer sent and the server has not confirmed yet. */
export function PendingList({ chat }: { chat: Chat }) {
  const stored = new Set(chat.state.messages.map(({ id }) => id));
  const items = chat.state.pending.filter(({ label, body }) => label && !stored.has(body.id));
  if (items.length === 0) return null;
  return (
    <section class="group customer">
      {items.map((item) => (
        <div class="message" key={item.body.id}>
          <div class="bubble">
            <p>{item.label}</p>
          </div>
          <Note chat={chat} item={item} />
        </div>
      ))}
    </section>
  );
}

function Note({ chat: { connection, state, t }, item }: { chat: Chat; item: Pending }) {
  const { body, refusal, uploading } = item;
  if (refusal === undefined)
    return (
      <p class={state.online && !uploading ? 'note late' : 'note'}>{t(uploading ? 'uploading' : 'unsent')}</p>
    );
  return (
    <p class="note failed">
      {t('refused')} {refusal}{' '}
      {!uploading && (
        <button type="button" onClick={() => sayAgain(connection, body.id)}>
          {t('again')}
        </button>
      )}
      <button type="button" onClick={() => discard(connection, body.id)}>
        {t('discard')}
      </button>
    </p>
  );
}
