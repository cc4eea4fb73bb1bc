import type { Release } from '../graph/compile.ts';
import type { View } from '../kinds/kind.ts';
import type { Effect, HandlerReason, Observation } from '../schema/effect.ts';
import type { AgentRef, TimerName } from '../schema/event.ts';
import type { Facts } from '../schema/facts.ts';
import type { Priority } from '../schema/fields.ts';
import type { Handler, Part } from '../schema/message.ts';
import type { Reading } from '../schema/reading.ts';
import { copyState, type NodeRef, type State } from '../schema/state.ts';
import type { Trace } from '../schema/trace.ts';
import type { Value } from '../schema/value.ts';
import { findLanguage } from '../text/localised.ts';

/** One step's working copy. It never leaves the interpreter, so the step stays pure seen from outside. */
export interface Turn {
  readonly release: Release;
  readonly facts: Facts;
  /** Its fields are replaced; what stands in them may belong to the state before as well. */
  readonly state: State;
  readonly effects: Effect[];
  readonly trace: Trace;
  /** The contact's values with what this turn has learnt. */
  contact: Readonly<Record<string, Value>>;
  reading: Reading | null;
  /** What node kinds see of this turn; made once, when it is first wanted. */
  view: View | null;
  /** Nodes entered since the customer, the clock or the outside last moved the flow. */
  entered: number;
  /** A fault was already answered in this turn; the next one goes straight to people. */
  faulted: boolean;
}

/** Begins a step. */
export function toTurn(release: Release, before: State, facts: Facts): Turn {
  const state = copyState(before);
  state.release = release.number;
  return {
    release,
    facts,
    state,
    effects: [],
    trace: [],
    contact: facts.contact,
    reading: null,
    view: null,
    entered: 0,
    faulted: false,
  };
}

/** A system notice: about the conversation, by nobody in it. */
export function notice(turn: Turn, code: string, text: string): void {
  turn.effects.push({ type: 'say', from: 'system', parts: [{ type: 'notice', code, text }], source: null });
}

/** The bot says something that no node drew. */
export function sayStock(turn: Turn, text: string, ...more: Part[]): void {
  turn.effects.push({ type: 'say', from: 'bot', parts: [{ type: 'text', text }, ...more], source: null });
}

export function record(turn: Turn, observation: Observation): void {
  turn.effects.push({ type: 'record', record: observation });
}

/** Whether anybody said anything since there were so many effects. */
export function hasSaid({ effects }: Turn, since: number): boolean {
  for (let place = since; place < effects.length; place += 1) {
    if (effects[place]?.type === 'say') return true;
  }
  return false;
}

/** Moves the timer of this name to `at` (milliseconds since 1970). */
export function setTimer(turn: Turn, name: TimerName, at: number): void {
  const { state } = turn;
  if (!state.timers.includes(name)) state.timers = [...state.timers, name];
  turn.effects.push({ type: 'timer', name, at });
}

/** Stops the timer, if it is set. */
export function cancelTimer(turn: Turn, name: TimerName): void {
  if (!turn.state.timers.includes(name)) return;
  forgetTimer(turn, name);
  turn.effects.push({ type: 'cancel-timer', name });
}

/** Takes a timer that has rung off the list. */
export function forgetTimer(turn: Turn, name: TimerName): void {
  turn.state.timers = turn.state.timers.filter((set) => set !== name);
}

export function cancelAllTimers(turn: Turn): void {
  for (const name of turn.state.timers) cancelTimer(turn, name as TimerName);
}

/** Drops the open question, the callers, what waits for the outside, and every timer. */
export function dropFlow(turn: Turn): void {
  const { state } = turn;
  state.open = null;
  state.stack = [];
  state.pending = [];
  state.survey = null;
  cancelAllTimers(turn);
}

/** A match, a decline, a handoff and a resolve set misses and signals back. */
export function settle(turn: Turn): void {
  turn.state.misses = 0;
  turn.state.signals = [];
}

/** Gives the conversation to another owner. The server enforces it; all later effects are the new owner's. */
export function changeHandler(
  turn: Turn,
  to: Handler,
  reason: HandlerReason,
  more: { agent?: AgentRef | null; folder?: 'follow-up' } = {},
): void {
  const { state } = turn;
  state.handler = to;
  const { department, priority } = toPlace(state);
  const agent = more.agent ?? null;
  turn.effects.push({
    type: 'handler',
    to,
    reason,
    agent,
    department,
    priority,
    ...(more.folder && { folder: more.folder }),
  });
  turn.trace.push({ type: 'handler', to });
}

/** Buttons that the customer can see now count as typed text from here on. */
export function markButtonsStale(turn: Turn): void {
  const said = turn.effects.filter(({ type }) => type === 'say').length;
  turn.state.staleUpTo = turn.facts.lastNumber + said;
}

/**
 * Sets a variable where it lives: in the conversation, or (also `contact.email`) on the contact. The
 * conversation's language becomes one that the bot speaks, or stays.
 */
export function assign(turn: Turn, name: string, value: Value): void {
  if (name === 'conversation.language') {
    const language = findLanguage(turn.release.settings.languages, String(value));
    if (language !== undefined) turn.state.language = language;
    return;
  }
  const attribute = name.startsWith('contact.') ? name.slice('contact.'.length) : null;
  if (attribute !== null || turn.release.variables.get(name)?.scope === 'contact') {
    const key = attribute ?? name;
    turn.contact = withEntry(turn.contact, key, value);
    turn.effects.push({ type: 'remember', name: key, value });
  } else turn.state.variables = withEntry(turn.state.variables, name, value);
}

/** A copy of the record with this entry. Set afterwards, since a computed name in a literal is a slow call. */
export function withEntry<Value>(
  entries: Readonly<Record<string, Value>>,
  name: string,
  value: Value,
): Record<string, Value> {
  const copy = { ...entries };
  copy[name] = value;
  return copy;
}

export function toRef({ flow, node }: NodeRef): NodeRef {
  return { flow, node };
}

function toPlace(state: State): { department: string | null; priority: Priority } {
  return { department: state.handoff?.department ?? null, priority: state.handoff?.priority ?? 'normal' };
}
