import { Bot, UserRound } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../shared/schema/message.ts';
import { toClock, toDateTime } from '../ui/times.ts';
import styles from './MessageBubble.module.css';
import { MessagePart } from './MessagePart.tsx';

interface Props {
  message: Message;
  conversation: string;
  /** The sender goes on, so the name does not stand again. */
  follows: boolean;
}

/** One message: the customer's at the left, the bot's and the agents' at the right, the system's between. */
export const MessageBubble = memo(function MessageBubble({ message, conversation, follows }: Props) {
  const { t, i18n } = useTranslation('inbox');
  const { kind, name } = message.from;
  const time = (
    <time className={styles.time} dateTime={message.at} title={toDateTime(message.at, i18n.language)}>
      {toClock(message.at, i18n.language)}
    </time>
  );
  const parts = message.parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a message never change.
    <MessagePart key={index} part={part} conversation={conversation} />
  ));
  if (kind === 'system')
    return (
      <div className={styles.system}>
        {parts} {time}
      </div>
    );
  const Icon = kind === 'bot' ? Bot : UserRound;
  return (
    <article className={styles.message} data-from={kind} data-follows={follows || undefined}>
      {!follows && kind !== 'customer' && (
        <span className={styles.from}>
          <Icon size={12} aria-hidden />
          {name ?? t(`from.${kind}`)}
        </span>
      )}
      <div className={styles.bubble}>{parts}</div>
      {time}
    </article>
  );
});
