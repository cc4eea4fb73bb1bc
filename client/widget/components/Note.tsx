import type { Chat } from '../chat.ts';
import { discard, sayAgain } from '../connection/send.ts';

/** Under a message that the server has not confirmed: that it waits, or why it was refused. */
export function Note({ chat: { connection, state, t }, message }: { chat: Chat; message: string }) {
  const item = state.pending.find(({ body }) => body.id === message);
  if (!item) return null;
  const { refusal, uploading } = item;
  if (refusal === undefined)
    return (
      <p class={state.online && !uploading ? 'note late' : 'note'}>{t(uploading ? 'uploading' : 'unsent')}</p>
    );
  return (
    <p class="failed">
      {t('refused')} {refusal}{' '}
      {!uploading && (
        <button type="button" onClick={() => sayAgain(connection, message)}>
          {t('again')}
        </button>
      )}
      <button type="button" onClick={() => discard(connection, message)}>
        {t('discard')}
      </button>
    </p>
  );
}
