import { type CompiledNode, type Release, triggersOf } from '../graph/compile.ts';
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
  const clock = clocksOf(release).find((one) => one.name === name);
  if (!clock) return;
  interrupt(turn, false);
  begin(turn, clock.trigger);
}

/**
 * Sets the clocks of an open question, from each sign of life on. When a clock rings only a question that
 * is asked then starts them, and none that the customer's silence led to, or the bot would nag for ever.
 */
export function armInactivity(turn: Turn, event: Event): void {
  const { state, facts, release } = turn;
  if (event.type === 'timer' && (!isAsked(turn) || state.cause?.type === 'inactivity')) return;
  const waits = state.handler === 'bot' && !state.lent && state.open?.for === 'answer';
  for (const { name, minutes } of clocksOf(release)) {
    if (waits) setTimer(turn, name, facts.now + minutes * minute);
    else cancelTimer(turn, name);
  }
}

function isAsked({ trace }: Turn): boolean {
  return trace.some((happened) => happened.type === 'wait' && happened.for === 'answer');
}

interface Clock {
  trigger: CompiledNode;
  name: InactivityTimer;
  minutes: number;
}

const clocks = new WeakMap<Release, readonly Clock[]>();

/** The clocks that a release has drawn; worked out once, since every step sets or stops them. */
function clocksOf(release: Release): readonly Clock[] {
  const known = clocks.get(release);
  if (known) return known;
  const found = triggersOf(release, 'inactivity').flatMap((trigger): Clock[] => {
    const data = toNodeData(trigger, 'inactivity');
    return data
      ? [{ trigger, name: `inactivity:${trigger.flow}/${trigger.node}`, minutes: data.minutes }]
      : [];
  });
  clocks.set(release, found);
  return found;
}
