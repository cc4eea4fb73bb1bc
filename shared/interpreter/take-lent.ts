import { extendLoan, giveBack } from './lent.ts';
import { refuse, toRefusal } from './refuse.ts';
import { receive } from './run.ts';
import type { Taken } from './taken.ts';
import { toView } from './view.ts';

/** While the bot speaks for an agent, only its open question counts: triggers and misses are off. */
export function takeLent({ turn, input }: Taken): void {
  const { state } = turn;
  extendLoan(turn);
  if (state.open && receive(turn, state.open, input)) return;
  const refusal = state.open && toRefusal(turn, state.open);
  if (refusal?.move) {
    refuse(turn, refusal, refusal.move);
  } else if (refusal?.tried.tries === 1) {
    const { node, tried } = refusal;
    state.open = tried;
    turn.effects.push(...(node.kind.prompt?.(node, tried, toView(turn)) ?? []));
  } else giveBack(turn);
}
