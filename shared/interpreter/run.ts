import { type CompiledNode, findNode, findTarget, triggersOf } from '../graph/compile.ts';
import type { Input, Move, NodeView } from '../kinds/kind.ts';
import type { Effect } from '../schema/effect.ts';
import type { Cause, Frame, NodeRef, Open } from '../schema/state.ts';
import { fault } from './fault.ts';
import { giveBack } from './lent.ts';
import { enterQueue } from './queue.ts';
import { assign, cancelTimer, record, setTimer, settle, type Turn, toRef } from './turn.ts';
import { toView } from './view.ts';

/** More nodes than this without a wait, and the flow is running in circles. */
const mostNodes = 100;
const deepestStack = 20;

/** Runs from a node on, until the flow waits, ends or hands over. */
export function run(turn: Turn, start: CompiledNode): void {
  let node: CompiledNode | null = start;
  while (node) node = enter(turn, node);
}

/** Begins a flow at one of its triggers. */
export function begin(turn: Turn, trigger: CompiledNode, text?: string): void {
  turn.state.cause = { type: trigger.kind.type, ...toRef(trigger), ...(text !== undefined && { text }) };
  record(turn, { what: 'trigger', kind: trigger.kind.type, ...toRef(trigger) });
  run(turn, trigger);
}

/** Puts the open question aside, to come back to it when what begins now has ended. */
export function interrupt(turn: Turn, askAgain: boolean): void {
  const { state } = turn;
  if (!state.open) return;
  push(state.stack, { type: 'interrupted', open: state.open, askAgain });
  state.open = null;
}

/** Gives the input to the node that waits; false when it does not fit. */
export function receive(turn: Turn, open: Open, input: Input): boolean {
  const node = findNode(turn.release, open);
  if (!node || node.data === null) return false;
  const move = node.kind.receive?.(toNodeView(node), open, input, toView(turn)) ?? null;
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
  turn.trace.push({ type: 'leave', ...toRef(place), port });
  const target = findTarget(turn.release, place, port) ?? finish(turn);
  if (target) run(turn, target);
}

export function toNodeView(node: CompiledNode): NodeView<unknown> {
  return { flow: node.flow, node: node.node, data: node.data };
}

/** The port's place in what happened so far, without moving. For a valid answer beside a request. */
export function keepAnswer(turn: Turn, open: Open, input: Input): void {
  const node = findNode(turn.release, open);
  const move = node?.data == null ? null : node.kind.receive?.(toNodeView(node), open, input, toView(turn));
  if (!node || !move || move.go.type !== 'leave') return;
  for (const [name, value] of Object.entries(move.assign ?? {})) assign(turn, name, value);
  turn.state.open = null;
  push(turn.state.stack, { type: 'call', ...toRef(node), port: move.go.port });
}

function enter(turn: Turn, node: CompiledNode): CompiledNode | null {
  const { state } = turn;
  turn.entered += 1;
  if (turn.entered > mostNodes) return fault(turn, node, 'runs-on');
  if (node.data === null) return fault(turn, node, 'incomplete');
  state.serial += 1;
  turn.trace.push({ type: 'enter', ...toRef(node) });
  record(turn, { what: 'visit', ...toRef(node) });
  return apply(turn, node, node.kind.enter(toNodeView(node), toView(turn)));
}

function apply(turn: Turn, node: CompiledNode, move: Move): CompiledNode | null {
  const { state } = turn;
  for (const [name, value] of Object.entries(move.assign ?? {})) assign(turn, name, value);
  for (const effect of move.effects ?? []) emit(turn, effect);
  if (move.rating !== undefined) state.rating = move.rating;
  if (move.settles) settle(turn);
  if (move.tags) changeTags(turn, move.tags);
  if (move.survey !== undefined) beginSurvey(turn, node, move.survey);
  if (move.signal) {
    state.signals.push(move.signal);
    record(turn, { what: 'signal', signal: move.signal });
    const trigger = findLowRatingTrigger(turn);
    if (trigger) return takeOver(turn, trigger);
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
      trace.push({ type: 'leave', ...toRef(node), port: go.port });
      return findTarget(turn.release, node, go.port) ?? finish(turn);
    case 'wait':
      trace.push({ type: 'wait', ...toRef(node), for: go.for });
      state.open = { ...toRef(node), for: go.for, style: go.style, tries: 0, memory: go.memory };
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
    if (turn.state.stack.length >= deepestStack) return fault(turn, node, 'too-deep');
    turn.state.stack.push({ type: 'call', ...toRef(node), port: 'next' });
  }
  return start;
}

/** The running flow has ended: back into its caller, to the question it interrupted, or to rest. */
function finish(turn: Turn): CompiledNode | null {
  const { state } = turn;
  const frame = state.stack.pop();
  if (frame?.type === 'call') return findTarget(turn.release, frame, frame.port) ?? finish(turn);
  state.survey = null;
  if (frame) resume(turn, frame.open, frame.askAgain);
  else if (state.lent) giveBack(turn);
  return null;
}

function resume(turn: Turn, open: Open, askAgain: boolean): void {
  turn.state.open = open;
  const node = findNode(turn.release, open);
  if (!node || node.data === null || !askAgain || open.for !== 'answer') return;
  turn.effects.push(...(node.kind.prompt?.(toNodeView(node), open, toView(turn)) ?? []));
}

/** A survey ends what was interrupted for it; callers still get their return. */
function beginSurvey(turn: Turn, node: CompiledNode, name: string): void {
  turn.state.survey = { ...toRef(node), name };
  turn.state.stack = turn.state.stack.filter(({ type }) => type === 'call');
}

function changeTags(turn: Turn, { add, remove }: { add: string[]; remove: string[] }): void {
  const { state } = turn;
  state.tags = [...new Set([...state.tags, ...add])].filter((tag) => !remove.includes(tag));
  turn.effects.push({ type: 'tag', add, remove });
}

function findLowRatingTrigger(turn: Turn): CompiledNode | undefined {
  if (turn.state.lent) return undefined;
  return triggersOf(turn.release, 'negative-feedback').find(({ data }) => {
    const { signals, times } = data as { signals: string[]; times: number };
    const given = turn.state.signals.filter((signal) => signals.includes(signal)).length;
    return signals.includes('low-rating') && given >= times;
  });
}

function takeOver(turn: Turn, trigger: CompiledNode): CompiledNode {
  const cause: Cause = { type: trigger.kind.type, ...toRef(trigger) };
  turn.state.cause = cause;
  record(turn, { what: 'trigger', kind: trigger.kind.type, ...toRef(trigger) });
  return trigger;
}

/** Customers who keep interrupting forget their oldest question first. */
function push(stack: Frame[], frame: Frame): void {
  stack.push(frame);
  if (stack.length <= deepestStack) return;
  const oldest = stack.findIndex(({ type }) => type === 'interrupted');
  stack.splice(Math.max(oldest, 0), 1);
}
