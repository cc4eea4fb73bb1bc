import { findNode, type Release, triggersOf } from '../graph/compile.ts';
import { toOf } from '../kinds/rule.ts';
import type { Effect } from '../schema/effect.ts';
import type { Event, MessageEvent, TimerName } from '../schema/event.ts';
import type { Facts } from '../schema/facts.ts';
import type { State } from '../schema/state.ts';
import type { Trace } from '../schema/trace.ts';
import { handOverFault } from './fault.ts';
import { armInactivity, isInactivity, runInactivity } from './inactivity.ts';
import { giveBack } from './lent.ts';
import { toNodeData } from './node-data.ts';
import { takeResult } from './outside.ts';
import {
  agentFellSilent,
  agentWrote,
  backToQueue,
  cancelled,
  customerWrote,
  joined,
  queueTimedOut,
  resolved,
  runFlow,
  staffChanged,
  startSurvey,
} from './people.ts';
import { begin, interrupt, receive } from './run.ts';
import { answerFeedback, takeMessage } from './take-message.ts';
import { assign, dropFlow, forgetTimer, hasSaid, record, sayStock, type Turn, toTurn } from './turn.ts';
import { toPlaceKey, toView } from './view.ts';

export interface Step {
  state: State;
  effects: Effect[];
  trace: Trace;
}

/**
 * What one event does to a conversation. Pure: the same release, state, event and facts always give the
 * same step, and nothing that was handed in is changed. A fault inside never throws; it hands the
 * conversation over to people, with the failed turn's effects dropped.
 */
export function step(release: Release, state: State, event: Event, facts: Facts): Step {
  const turn = toTurn(release, state, facts);
  try {
    take(turn, event);
    armInactivity(turn, event);
    return { state: turn.state, effects: turn.effects, trace: turn.trace };
  } catch (problem) {
    return toFaultStep(release, state, facts, problem);
  }
}

type Handlers = { [Type in Event['type']]: (turn: Turn, event: Extract<Event, { type: Type }>) => void };

const handlers: Handlers = {
  start: greet,
  message: whenFree(takeMessageOrPassOn),
  feedback: whenFree(takeFeedback),
  timer: (turn, event) => ring(turn, event.name),
  'agent-joined': (turn, { agent }) => joined(turn, agent),
  'agent-message': (turn) => agentWrote(turn),
  returned: (turn) => backToQueue(turn, 'returned'),
  resolved: (turn, { outcome, survey }) => resolved(turn, outcome, survey),
  'start-survey': whenFree((turn, { name }) => startSurvey(turn, name)),
  'run-flow': whenFree((turn, { flow, agent }) => runFlow(turn, flow, agent)),
  cancelled: (turn) => cancelled(turn),
  'http-result': (turn, event) => takeResult(turn, event, takePending),
  'ticket-result': (turn, event) => takeResult(turn, event, takePending),
  'named-event': whenFree(takeNamedEvent),
};

function take<Type extends Event['type']>(turn: Turn, event: Extract<Event, { type: Type }>): void {
  const handle = handlers[event.type as Type];
  handle(turn, event);
}

/** A pause ends at once; while the flow waits for the outside, what comes is taken in order afterwards. */
function whenFree<E extends Event>(handle: (turn: Turn, event: E) => void): (turn: Turn, event: E) => void {
  return (turn, event) => {
    const { state } = turn;
    if (state.handler === 'bot') endDelay(turn);
    if (state.handler === 'bot' && state.open?.for === 'result') state.pending = [...state.pending, event];
    else handle(turn, event);
  };
}

function takePending(turn: Turn): void {
  const { state } = turn;
  while (state.pending.length > 0 && state.open?.for !== 'result') {
    const [event, ...later] = state.pending;
    state.pending = later;
    if (event) take(turn, event);
  }
}

function greet(turn: Turn): void {
  const { state, release } = turn;
  if (state.greeted || state.handler !== 'bot') return;
  state.greeted = true;
  const starts = triggersOf(release, 'conversation-start');
  const listed = (node: (typeof starts)[number]) => toNodeData(node, 'conversation-start')?.channels;
  const trigger =
    starts.find((node) => listed(node)?.includes(state.channel)) ??
    starts.find((node) => listed(node) === undefined);
  if (trigger) begin(turn, trigger);
}

function takeMessageOrPassOn(turn: Turn, event: MessageEvent): void {
  const since = turn.effects.length;
  if (turn.state.handler === 'bot') takeMessage(turn, event);
  if (!hasSaid(turn, since)) reassure(turn);
}

/** No message to the bot stays without a reply, whatever was drawn; one to an agent is theirs to answer. */
function reassure(turn: Turn): void {
  const { handler, open } = turn.state;
  if (handler === 'agent') customerWrote(turn);
  else if (handler === 'bot' && (open === null || open.for === 'answer'))
    sayStock(turn, toView(turn).stock('nothing-more'));
}

/** Brings what a pause holds back. A flow that comes round to the same pause waits there again. */
function endDelay(turn: Turn): void {
  if (turn.state.open?.for !== 'delay') return;
  const ended = new Set<string>();
  for (;;) {
    const { open } = turn.state;
    if (open?.for !== 'delay' || ended.has(toPlaceKey(open))) return;
    ended.add(toPlaceKey(open));
    if (!receive(turn, open, { kind: 'delay' })) return;
  }
}

function takeFeedback(turn: Turn, event: Extract<Event, { type: 'feedback' }>): void {
  const { state } = turn;
  if (state.handler !== 'bot' || state.lent) return;
  if (event.value === 'up') {
    state.signals = [];
    return;
  }
  state.signals = [...state.signals, 'thumbs-down'];
  record(turn, { what: 'signal', signal: 'thumbs-down' });
  answerFeedback(turn, ['thumbs-down'], null, undefined, true);
}

function takeNamedEvent(turn: Turn, event: Extract<Event, { type: 'named-event' }>): void {
  const { state, release } = turn;
  for (const [name, value] of Object.entries(event.variables ?? {})) {
    if (release.variables.has(name)) assign(turn, name, value);
  }
  if (state.handler !== 'bot' || state.lent) return;
  const trigger = triggersOf(release, 'event').find((node) => toNodeData(node, 'event')?.name === event.name);
  if (!trigger) return;
  interrupt(turn, true);
  begin(turn, trigger);
}

type Bell = (turn: Turn) => void;

const bells: Partial<Record<TimerName, Bell>> = {
  wait: (turn) => {
    if (turn.state.open?.for === 'delay') receive(turn, turn.state.open, { kind: 'delay' });
  },
  'handoff-wait': queueTimedOut,
  closing: (turn) => {
    if (toOf(turn.facts.hours, turn.state.handoff?.department ?? null)?.open === false) queueTimedOut(turn);
  },
  staffing: staffChanged,
  answer: (turn) => backToQueue(turn, 'unanswered'),
  'agent-offline': (turn) => backToQueue(turn, 'agent-offline'),
  'agent-silence': agentFellSilent,
  'lent-silence': (turn) => {
    if (turn.state.lent) giveBack(turn);
  },
};

/** These the server rings by itself; the others only count while they are set. */
const unset: readonly TimerName[] = ['staffing', 'agent-offline'];

function ring(turn: Turn, name: TimerName): void {
  if (!unset.includes(name) && !turn.state.timers.includes(name)) return;
  forgetTimer(turn, name);
  if (isInactivity(name)) runInactivity(turn, name);
  else bells[name]?.(turn);
}

function toFaultStep(release: Release, state: State, facts: Facts, problem: unknown): Step {
  const turn = toTurn(release, state, facts);
  const place = state.open && findNode(release, state.open) ? state.open : { flow: '', node: '' };
  const reason = problem instanceof Error ? problem.message : 'unknown';
  record(turn, { what: 'fault', flow: place.flow, node: place.node, reason });
  turn.trace.push({ type: 'fault', flow: place.flow, node: place.node, reason });
  if (state.lent) giveBack(turn);
  else if (state.handler === 'bot') {
    // What could not be taken is not waited for either, or the conversation would hang.
    dropFlow(turn);
    handOverFault(turn);
  }
  return { state: turn.state, effects: turn.effects, trace: turn.trace };
}
