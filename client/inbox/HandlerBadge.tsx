import { Bot, Hourglass, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { InboxItem } from '../../shared/api/inbox-conversation.ts';
import { Mark } from '../ui/Mark.tsx';
import { toDuration } from '../ui/times.ts';
import { useNow } from '../ui/use-now.ts';

type Shown = Pick<InboxItem, 'handler' | 'agent' | 'waitingSince'>;

/** Who answers now: the bot, a person (green, by name), or nobody yet (amber, for how long). */
export function HandlerBadge({ conversation }: { conversation: Shown }) {
  const { t, i18n } = useTranslation('inbox');
  const now = useNow();
  const { handler, agent, waitingSince } = conversation;
  if (handler === 'agent')
    return (
      <Mark tone="person">
        <UserRound size={12} aria-hidden />
        {agent?.name ?? t('handler.agent')}
      </Mark>
    );
  if (handler === 'queue')
    return (
      <Mark tone="waiting">
        <Hourglass size={12} aria-hidden />
        {waitingSince
          ? t('handler.waitingFor', { time: toDuration(waitingSince, now, i18n.language) })
          : t('handler.queue')}
      </Mark>
    );
  return (
    <Mark tone="bot">
      <Bot size={12} aria-hidden />
      {agent ? t('handler.lent', { name: agent.name }) : t('handler.bot')}
    </Mark>
  );
}
