import { triggersOf } from '../graph/compile.ts';
import type { Event, TimerName } from '../schema/event.ts';
import { toNodeData } from './node-data.ts';
import { begin, interrupt } from './run.ts';
import { cancelTimer, setTimer, type Turn } from './turn.ts';

type InactivityTimer = Extract<TimerName, `inactivity:${string}`>;

const minute = 60_000;

export function isInactivity(name: TimerName): name is InactivityTimer {
  return name.startsWith('inactivity:');
}

/** The customer left the open question unanswered: the flow runs, and the question stays open. */
export function runInactivity(turn: Turn, name: InactivityTimer): void {
  const { state, release } = turn;
  if (state.handler !== 'bot' || state.lent || state.open?.for !== 'answer') return;
  const trigger = triggersOf(release, 'inactivity').find((node) => toTimer(node) === name);
  if (!trigger) return;
  interrupt(turn, false);
  begin(turn, trigger);
}

/**
 * Sets the clocks of an open question, from each sign of life on. When a clock rings only a question that
 * is asked then starts them, and none that the customer's silence led to, or the bot would nag for ever.
 */
export function armInactivity(turn: Turn, event: Event): void {
  const { state, facts, release } = turn;
  if (event.type === 'timer' && (!isAsked(turn) || state.cause?.type === 'inactivity')) return;
  const waits = state.handler === 'bot' && !state.lent && state.open?.for === 'answer';
  for (const node of triggersOf(release, 'inactivity')) {
    const minutes = toNodeData(node, 'inactivity')?.minutes;
    if (waits && minutes !== undefined) setTimer(turn, toTimer(node), facts.now + minutes * minute);
    else cancelTimer(turn, toTimer(node));
  }
}

function isAsked({ trace }: Turn): boolean {
  return trace.some((happened) => happened.type === 'wait' && happened.for === 'answer');
}

function toTimer({ flow, node }: { flow: string; node: string }): InactivityTimer {
  return `inactivity:${flow}/${node}`;
}
