import { Bot, Hourglass, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './HandlerBadge.module.css';
import { useSimulation } from './simulator-context.ts';

const icons = { bot: Bot, queue: Hourglass, agent: UserRound };

/** Who answers now: the bot, nobody yet (waiting), or the agent whom the designer plays. */
export function HandlerBadge() {
  const { t } = useTranslation('simulator');
  const state = useSimulation(({ rehearsal }) => rehearsal.state);
  const Icon = icons[state.handler];
  const words = state.lent ? t('handler.lent') : t(`handler.${state.handler}`, { name: state.agent?.name });
  return (
    <span className={styles.badge} data-handler={state.handler}>
      <Icon size={12} aria-hidden />
      {words}
    </span>
  );
}
