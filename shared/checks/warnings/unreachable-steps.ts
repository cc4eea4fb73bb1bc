import type { BotIndex } from '../bot-index.ts';
import type { Finding } from '../problem.ts';
import { toReachable } from '../reachable.ts';

/** Steps to which nothing leads. */
export function unreachableSteps(bot: BotIndex): Finding[] {
  const reachable = toReachable(bot);
  return bot.nodes
    .filter((node) => !reachable.has(node))
    .map(({ path }): Finding => ({ code: 'unreachable-step', path }));
}
