import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { toClock } from '../ui/times.ts';
import styles from './MessageBubble.module.css';
import { interrupted, type Outgoing } from './outgoing.ts';
import type { Sending } from './use-sending.ts';

/** A message under way, or one that did not get there: it is kept, and can be sent again. */
export function OutgoingBubble({ message, sending }: { message: Outgoing; sending: Sending }) {
  const { t, i18n } = useTranslation('inbox');
  const { failure } = message;
  return (
    <article
      className={styles.message}
      data-from="agent"
      data-state={failure === null ? 'sending' : 'failed'}
      aria-busy={failure === null}
    >
      <div className={styles.bubble} style={{ whiteSpace: 'pre-wrap' }}>
        {message.text}
      </div>
      <span className={styles.time}>
        {failure === null ? t('sending') : toClock(message.at, i18n.language)}
      </span>
      {failure !== null && (
        <div className={styles.failure} role="alert">
          <span>
            {failure === interrupted ? t('failed.interrupted') : t('failed.send', { why: failure })}
          </span>
          <Button size="compact-sm" variant="default" onClick={() => sending.sendAgain(message)}>
            {t('sendAgain')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => sending.discard(message)}>
            {t('discard')}
          </Button>
        </div>
      )}
    </article>
  );
}
