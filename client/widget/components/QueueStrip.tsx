import type { Chat } from '../chat.ts';
import { cancel } from '../connection/steer.ts';
import { toSafeAddress } from '../safe-address.ts';
import { Followable } from './LinkedText.tsx';

/** The place in the queue, other ways to get help, and the way back to the bot. */
export function QueueStrip({ chat: { connection, state, options, t } }: { chat: Chat }) {
  const { queue, bot } = state;
  const minutes = queue?.waitMinutes;
  return (
    <div class="strip" key="queue">
      <p role="status">
        <b>{t('waiting')}</b>
        {queue && t('position', { position: queue.position })}{' '}
        {minutes != null && t('wait', { minutes: Math.max(1, Math.round(minutes)) })}
      </p>
      {bot?.alternatives.map(({ label, url }) => (
        <Followable key={url} address={toSafeAddress(url, options.base)} label={label} />
      ))}
      <button type="button" onClick={() => void cancel(connection)}>
        {t('cancel')}
      </button>
    </div>
  );
}
