import { type CompiledNode, findNode, findTarget, triggersOf } from '../graph/compile.ts';
import type { Input, Move } from '../kinds/kind.ts';
import type { Effect } from '../schema/effect.ts';
import type { Cause, Frame, Interrupted, NodeRef, Open, State } from '../schema/state.ts';
import type { Value } from '../schema/value.ts';
import { fault } from './fault.ts';
import { giveBack } from './lent.ts';
import { enterQueue, isReopening, reopen } from './queue.ts';
import { findFeedback } from './triggers.ts';
import { assign, cancelTimer, record, setTimer, settle, type Turn, toRef, withEntry } from './turn.ts';
import { toPlaceKey, toTimesTold, toView } from './view.ts';

/** More nodes than this without a wait, and the flow is running in circles. */
const mostNodes = 100;
const deepestCalls = 20;
const mostInterrupted = 20;

/** Runs from a node on, until the flow waits, ends or hands over. */
export function run(turn: Turn, start: CompiledNode): void {
  let node: CompiledNode | null = start;
  while (node) node = enter(turn, node);
}

/** Begins a flow at one of its triggers. */
export function begin(turn: Turn, trigger: CompiledNode, text?: string): void {
  turn.state.cause = toCause(trigger, text);
  record(turn, { what: 'trigger', kind: trigger.kind.type, flow: trigger.flow, node: trigger.node });
  run(turn, trigger);
}

/**
 * Begins the flow of a customer who wants a person or is not helped. Soon after a resolve the case goes
 * straight back to the people instead.
 */
export function beginOrReopen(turn: Turn, trigger: CompiledNode, askAgain: boolean, text?: string): void {
  if (!isReopening(turn)) {
    interrupt(turn, askAgain);
    begin(turn, trigger, text);
    return;
  }
  turn.state.cause = toCause(trigger, text);
  const left = reopen(turn);
  if (!left) return;
  interrupt(turn, askAgain);
  leaveBy(turn, left.place, left.port);
}

/** Puts the open question aside, to come back to it when what begins now has ended. */
export function interrupt(turn: Turn, askAgain: boolean): void {
  const { state } = turn;
  const { open, cause, survey } = state;
  if (!open) return;
  push(state, { type: 'interrupted', open, askAgain, cause, survey });
  state.open = null;
  state.survey = null;
}

/** Opens a question again that was put aside, as what it was. */
export function restore({ state }: Turn, { open, cause, survey }: Interrupted): void {
  state.open = open;
  state.cause = cause;
  state.survey = survey;
}

/** Gives the input to the node that waits; false when it does not fit. */
export function receive(turn: Turn, open: Open, input: Input): boolean {
  const node = findNode(turn.release, open);
  if (!node || node.data === null) return false;
  const move = node.kind.receive?.(node, open, input, toView(turn)) ?? null;
  if (move === null) return false;
  proceed(turn, node, move);
  return true;
}

/** Carries out what a waiting node answered, and runs on from there. */
export function proceed(turn: Turn, node: CompiledNode, move: Move): void {
  turn.state.open = null;
  const next = apply(turn, node, move);
  if (next) run(turn, next);
}

/** Leaves a node by a port from outside of it; where the port is not connected the flow ends there. */
export function leaveBy(turn: Turn, place: NodeRef, port: string): void {
  turn.trace.push({ type: 'leave', flow: place.flow, node: place.node, port });
  const target = findTarget(turn.release, place, port) ?? finish(turn);
  if (target) run(turn, target);
}

/** Keeps a valid answer that stands beside a request; the flow goes on from it when the request has been met. */
export function keepAnswer(turn: Turn, open: Open, input: Input): void {
  const node = findNode(turn.release, open);
  const move = node?.data == null ? null : node.kind.receive?.(node, open, input, toView(turn));
  if (!node || !move || move.go.type !== 'leave') return;
  if (move.assign) assignAll(turn, move.assign);
  turn.state.open = null;
  push(turn.state, { type: 'call', flow: node.flow, node: node.node, port: move.go.port });
}

function enter(turn: Turn, node: CompiledNode): CompiledNode | null {
  const { state } = turn;
  turn.entered += 1;
  if (turn.entered > mostNodes) return fault(turn, node, 'runs-on');
  if (node.data === null) return fault(turn, node, 'incomplete');
  state.serial += 1;
  turn.trace.push({ type: 'enter', flow: node.flow, node: node.node });
  record(turn, { what: 'visit', flow: node.flow, node: node.node });
  return apply(turn, node, node.kind.enter(node, toView(turn)));
}

function apply(turn: Turn, node: CompiledNode, move: Move): CompiledNode | null {
  const { state } = turn;
  if (move.assign) assignAll(turn, move.assign);
  if (move.effects) for (const effect of move.effects) emit(turn, effect);
  if (move.rating !== undefined) state.rating = move.rating;
  if (move.settles) settle(turn);
  if (move.varied) state.told = withEntry(state.told, toPlaceKey(node), toTimesTold(state, node) + 1);
  if (move.tags) changeTags(turn, move.tags);
  if (move.survey !== undefined) beginSurvey(turn, node, move.survey);
  if (move.signal) {
    state.signals = [...state.signals, move.signal];
    record(turn, { what: 'signal', signal: move.signal });
    const trigger = state.lent ? undefined : findFeedback(turn.release, state, [move.signal], null);
    if (trigger) {
      beginOrReopen(turn, trigger, false);
      return null;
    }
  }
  return follow(turn, node, move);
}

/** A kind's timers are counted among those that are set, or they would ring for nothing. */
function emit(turn: Turn, effect: Effect): void {
  if (effect.type === 'timer') setTimer(turn, effect.name, effect.at);
  else if (effect.type === 'cancel-timer') cancelTimer(turn, effect.name);
  else turn.effects.push(effect);
}

function follow(turn: Turn, node: CompiledNode, { go }: Move): CompiledNode | null {
  const { state, trace } = turn;
  switch (go.type) {
    case 'leave':
      trace.push({ type: 'leave', flow: node.flow, node: node.node, port: go.port });
      return node.ports.get(go.port) ?? finish(turn);
    case 'wait':
      trace.push({ type: 'wait', flow: node.flow, node: node.node, for: go.for });
      state.open = toOpen(node, go);
      // Whatever comes next is a new move of the outside's, so the count of nodes begins anew.
      turn.entered = 0;
      return null;
    case 'end':
      state.stack = [];
      return finish(turn);
    case 'call':
      return call(turn, node, go);
    case 'queue':
      enterQueue(turn, { source: toRef(node), ...go }, 'handoff');
      return null;
    case 'fail':
      return fault(turn, node, go.reason);
  }
}

function call(turn: Turn, node: CompiledNode, go: { flow: string; return: boolean }): CompiledNode | null {
  const start = triggersOf(turn.release, 'flow-start').find(({ flow }) => flow === go.flow);
  if (!start) return fault(turn, node, 'flow-missing');
  if (go.return) {
    const { state } = turn;
    if (state.stack.filter(({ type }) => type === 'call').length >= deepestCalls)
      return fault(turn, node, 'too-deep');
    state.stack = [...state.stack, { type: 'call', flow: node.flow, node: node.node, port: 'next' }];
  }
  return start;
}

function toOpen({ flow, node }: NodeRef, go: Extract<Move['go'], { type: 'wait' }>): Open {
  return { flow, node, for: go.for, style: go.style, tries: 0, memory: go.memory };
}

/** The running flow has ended: back into its caller, to the question it interrupted, or to rest. */
function finish(turn: Turn): CompiledNode | null {
  const { state } = turn;
  const frame = pop(state);
  if (frame?.type === 'call') return findTarget(turn.release, frame, frame.port) ?? finish(turn);
  state.survey = null;
  if (frame) resume(turn, frame);
  else if (state.lent) giveBack(turn);
  return null;
}

function resume(turn: Turn, frame: Interrupted): void {
  const { open, askAgain } = frame;
  restore(turn, frame);
  const node = findNode(turn.release, open);
  if (!node || node.data === null || !askAgain || open.for !== 'answer') return;
  turn.effects.push(...(node.kind.prompt?.(node, open, toView(turn)) ?? []));
}

/** A survey ends what was interrupted for it; its own callers still get their return. */
function beginSurvey(turn: Turn, node: CompiledNode, name: string): void {
  const { state } = turn;
  state.survey = { flow: node.flow, node: node.node, name };
  state.stack = state.stack.slice(state.stack.findLastIndex(isInterrupted) + 1);
}

function changeTags(turn: Turn, { add, remove }: { add: string[]; remove: string[] }): void {
  const { state } = turn;
  state.tags = [...new Set([...state.tags, ...add])].filter((tag) => !remove.includes(tag));
  turn.effects.push({ type: 'tag', add, remove });
}

function toCause(trigger: CompiledNode, text: string | undefined): Cause {
  const { flow, node, kind } = trigger;
  return text === undefined ? { type: kind.type, flow, node } : { type: kind.type, flow, node, text };
}

function assignAll(turn: Turn, values: Record<string, Value>): void {
  for (const [name, value] of Object.entries(values)) assign(turn, name, value);
}

/**
 * Customers who keep interrupting forget their oldest question first, and what is beneath it: nobody comes
 * back to callers of a flow that is forgotten.
 */
function push(state: State, frame: Frame): void {
  const stack = [...state.stack, frame];
  const isTooHigh = stack.filter(isInterrupted).length > mostInterrupted;
  state.stack = isTooHigh ? stack.slice(stack.findIndex(isInterrupted) + 1) : stack;
}

/** Takes the topmost frame off. */
export function pop(state: State): Frame | undefined {
  const top = state.stack.at(-1);
  if (top) state.stack = state.stack.slice(0, -1);
  return top;
}

function isInterrupted(frame: Frame): frame is Interrupted {
  return frame.type === 'interrupted';
}
