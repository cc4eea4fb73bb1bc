import { Button } from '@mantine/core';
import { ArrowDown } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxConversation } from '../../shared/api/inbox-conversation.ts';
import type { Message } from '../../shared/schema/message.ts';
import { toDay } from '../ui/times.ts';
import { useNow } from '../ui/use-now.ts';
import { useEarlierMessages } from './inbox-queries.ts';
import { MessageBubble } from './MessageBubble.tsx';
import { OutgoingBubble } from './OutgoingBubble.tsx';
import { toShown } from './outgoing.ts';
import styles from './Transcript.module.css';
import { useTyping } from './typing.ts';
import { useAnnounceMessages } from './use-announce-messages.ts';
import { useFollowEnd } from './use-follow-end.ts';
import type { Sending } from './use-sending.ts';

interface Props {
  conversation: InboxConversation;
  sending: Sending;
}

/** Everything that was said, oldest first, and what the agent has under way. */
export function Transcript({ conversation, sending }: Props) {
  const { t, i18n } = useTranslation('inbox');
  const now = useNow();
  const typing = useTyping(conversation.id);
  const earlier = useEarlierMessages(conversation);
  const outgoing = toShown(sending.outgoing, conversation.messages);
  const { ref, atEnd, toEnd } = useFollowEnd();
  useAnnounceMessages(conversation);
  return (
    <div className={styles.frame}>
      <div className={styles.scroll} ref={ref}>
        <div className={styles.transcript} role="log" aria-live="off" aria-label={t('transcript')}>
          {earlier.exist && (
            <Button
              variant="default"
              size="compact-sm"
              className={styles.earlier}
              loading={earlier.isPending}
              onClick={() => earlier.mutate()}
            >
              {t(earlier.isError ? 'earlierAgain' : 'earlier')}
            </Button>
          )}
          {conversation.messages.map((message, index) => (
            <Fragment key={message.number}>
              {startsDay(message, conversation.messages[index - 1]) && (
                <h3 className={styles.day}>{toDay(message.at, now, i18n.language)}</h3>
              )}
              <MessageBubble
                message={message}
                conversation={conversation.id}
                follows={follows(message, conversation.messages[index - 1])}
              />
            </Fragment>
          ))}
          {outgoing.map((message) => (
            <OutgoingBubble key={message.id} message={message} sending={sending} />
          ))}
          {typing && <p className={styles.typing}>{t('typing')}</p>}
        </div>
      </div>
      {!atEnd && (
        <Button
          className={styles.down}
          variant="default"
          radius="xl"
          leftSection={<ArrowDown size={16} aria-hidden />}
          onClick={toEnd}
        >
          {t('toNewest')}
        </Button>
      )}
    </div>
  );
}

function startsDay(message: Message, before: Message | undefined): boolean {
  return !before || new Date(message.at).toDateString() !== new Date(before.at).toDateString();
}

/** Whether a message goes on where the same sender left off, so that the name need not stand again. */
function follows(message: Message, before: Message | undefined): boolean {
  return (
    before !== undefined &&
    !startsDay(message, before) &&
    before.from.kind === message.from.kind &&
    before.from.name === message.from.name
  );
}
