import { type CompiledNode, triggersOf } from '../graph/compile.ts';
import type { NodeRef } from '../schema/state.ts';
import { giveBack } from './lent.ts';
import { enterQueue } from './queue.ts';
import { dropFlow, record, sayStock, type Turn, toRef } from './turn.ts';
import { toView } from './view.ts';

/**
 * A node failed and has no port for it. The drawn bot-error flow takes over; where there is none, or it
 * fails too, the conversation goes to people rather than silent.
 * @returns the node to run next, or null.
 */
export function fault(turn: Turn, place: NodeRef, reason: string): CompiledNode | null {
  const { state } = turn;
  turn.trace.push({ type: 'fault', ...toRef(place), reason });
  record(turn, { what: 'fault', ...toRef(place), reason });
  const again = turn.faulted;
  turn.faulted = true;
  turn.entered = 0;
  dropFlow(turn);
  if (state.lent) {
    giveBack(turn);
    return null;
  }
  state.cause = { type: 'bot-error', ...toRef(place), ...(state.words !== '' && { text: state.words }) };
  const trigger = again ? undefined : triggersOf(turn.release, 'bot-error')[0];
  if (trigger) return trigger;
  handOverFault(turn);
  return null;
}

/** Nothing drawn helps any more: a person is wanted, unless there are none. */
export function handOverFault(turn: Turn): void {
  const { settings } = turn.facts;
  const view = toView(turn);
  if (!settings.handoff.enabled) {
    const links = settings.handoff.alternatives.map(({ label, url }) => ({
      type: 'link' as const,
      label: view.render(label),
      url: view.render(url),
    }));
    sayStock(turn, view.stock('no-people'), ...links);
    return;
  }
  sayStock(turn, view.stock('fault'));
  const { waitMinutes } = settings.handoff;
  enterQueue(turn, { source: null, department: null, priority: 'normal', summary: '', waitMinutes }, 'fault');
}
