import type { Chat } from '../chat.ts';
import { cancel } from '../connection/steer.ts';

/** The place in the queue and the way back to the bot. Other ways to get help stand in the handoff's message. */
export function QueueStrip({ chat: { connection, state, t } }: { chat: Chat }) {
  const { queue } = state;
  const minutes = queue?.waitMinutes;
  return (
    <div class="strip" key="queue">
      <p role="status">
        <b>{t('waiting')}</b>
        {queue && t('position', { position: queue.position })}{' '}
        {minutes != null && t('wait', { minutes: Math.max(1, Math.round(minutes)) })}
      </p>
      <button type="button" onClick={() => void cancel(connection)}>
        {t('cancel')}
      </button>
    </div>
  );
}
