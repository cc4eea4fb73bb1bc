import { ActionIcon, Avatar } from '@mantine/core';
import { ThumbsDown, ThumbsUp } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RehearsedMessage } from '../../../shared/interpreter/rehearsal.ts';
import { MessagePart } from './MessagePart.tsx';
import styles from './SimulatorTranscript.module.css';
import { giveThumb } from './simulator.ts';
import { useSimulation, useSimulator } from './simulator-context.ts';
import { useAsset } from './use-asset.ts';

interface Props {
  message: RehearsedMessage;
  language: string;
  /** The customer has said something since. */
  answered: boolean;
}

/** One message, as the customer sees it: own words at the right, the bot and the agent at the left. */
export const TranscriptMessage = memo(function TranscriptMessage({ message, language, answered }: Props) {
  const { t } = useTranslation('simulator');
  const avatar = useAsset(message.from.avatar);
  const { kind, name } = message.from;
  const said = message.parts.filter(({ type }) => type !== 'choice' && type !== 'rating');
  const toPress = message.parts.filter(({ type }) => type === 'choice' || type === 'rating');
  const show = (parts: RehearsedMessage['parts']) =>
    parts.map((part, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a message never change.
      <MessagePart key={index} part={part} message={message.id} answered={answered} />
    ));
  if (kind === 'system') return <div className={styles.notice}>{show(message.parts)}</div>;
  return (
    <article
      className={styles.message}
      data-from={kind}
      aria-label={t('messageFrom', { name: name ?? t(`from.${kind}`) })}
    >
      {kind !== 'customer' && (
        <span className={styles.from}>
          {kind === 'bot' && avatar && <Avatar src={avatar} size={16} alt="" />}
          {name ?? t(`from.${kind}`)}
        </span>
      )}
      {said.length > 0 && (
        <div className={styles.bubble} lang={kind === 'bot' ? language : undefined}>
          {show(said)}
        </div>
      )}
      {toPress.length > 0 && <div lang={language}>{show(toPress)}</div>}
      {kind === 'bot' && message.source && toPress.length === 0 && <Thumbs message={message.id} />}
    </article>
  );
});

function Thumbs({ message }: { message: string }) {
  const { t } = useTranslation('simulator');
  const store = useSimulator();
  const given = useSimulation(({ thumbs }) => thumbs[message]);
  return (
    <div className={styles.thumbs}>
      {(['up', 'down'] as const).map((value) => {
        const Icon = value === 'up' ? ThumbsUp : ThumbsDown;
        return (
          <ActionIcon
            key={value}
            size={24}
            aria-label={t(`thumb.${value}`)}
            aria-pressed={given === value}
            variant={given === value ? 'light' : 'subtle'}
            disabled={given !== undefined && given !== value}
            onClick={() => given === undefined && giveThumb(store, message, value)}
          >
            <Icon size={12} aria-hidden />
          </ActionIcon>
        );
      })}
    </div>
  );
}
