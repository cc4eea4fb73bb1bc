import { findNode } from '../graph/compile.ts';
import { handOver } from '../kinds/handoff-reply.ts';
import { toOf } from '../kinds/rule.ts';
import type { HandlerReason } from '../schema/effect.ts';
import type { Priority } from '../schema/fields.ts';
import type { Handoff, NodeRef } from '../schema/state.ts';
import { toNodeData } from './node-data.ts';
import {
  changeHandler,
  dropFlow,
  markButtonsStale,
  record,
  sayStock,
  setTimer,
  settle,
  type Turn,
} from './turn.ts';
import { toView } from './view.ts';

export interface Waiting {
  source: NodeRef | null;
  department: string | null;
  priority: Priority;
  summary: string;
  waitMinutes: number;
}

const minute = 60_000;

/** The conversation waits for a person: the flow is dropped, people are told, the clocks are set. */
export function enterQueue(turn: Turn, waiting: Waiting, reason: HandlerReason): void {
  const { state, facts } = turn;
  const { source, department, priority, summary, waitMinutes } = waiting;
  const handoff: Handoff = {
    source,
    department,
    priority,
    summary,
    at: facts.now,
    cause: state.cause,
    escalated: false,
    staffed: isStaffed(turn, department),
  };
  dropFlow(turn);
  settle(turn);
  forgetWords(turn);
  state.lent = false;
  state.handoff = handoff;
  changeHandler(turn, 'queue', reason);
  markButtonsStale(turn);
  record(turn, { what: 'handoff', source, cause: state.cause, department, summary });
  const what = reason === 'reopened' ? 'reopened' : 'handoff';
  turn.effects.push({ type: 'notify', what, department, priority, summary, cause: state.cause });
  setTimer(turn, 'handoff-wait', facts.now + waitMinutes * minute);
  watchClosing(turn);
}

/** Sets the clock for the end of the opening hours of where the customer waits. */
export function watchClosing(turn: Turn): void {
  const hours = toOf(turn.facts.hours, turn.state.handoff?.department ?? null);
  if (hours?.open && hours.changesAt !== null) setTimer(turn, 'closing', hours.changesAt);
}

/** Whether anybody of the department is online now. */
export function isStaffed({ facts }: Turn, department: string | null): boolean {
  return (toOf(facts.agents, department)?.online ?? 0) > 0;
}

/** Words said to a person, or before one came, are nobody's repeated question. */
export function forgetWords(turn: Turn): void {
  turn.state.earlier = [];
  turn.state.answeredBy = null;
}

/** Whether a request for a person now goes back to the people who resolved the case just before. */
export function isReopening({ state, facts }: Turn): boolean {
  if (state.resolvedAt === null || !facts.settings.handoff.enabled) return false;
  return facts.now - state.resolvedAt <= facts.settings.handoff.reopenMinutes * minute;
}

/**
 * Back to the queue without asking or collecting anything again. Where the handoff's node is still drawn,
 * its hours, agents and words hold.
 * @returns the port by which the handoff was left instead, when it is closed or nobody is there.
 */
export function reopen(turn: Turn): { place: NodeRef; port: string } | null {
  const { state, facts } = turn;
  const last = state.handoff;
  const node = last?.source ? findNode(turn.release, last.source) : undefined;
  const data = node && toNodeData(node, 'handoff-reply');
  if (node && data) {
    const place = { flow: node.flow, node: node.node };
    const move = handOver({ ...place, data }, toView(turn));
    if (move.go.type === 'leave') return { place, port: move.go.port };
    turn.effects.push(...(move.effects ?? []));
    if (move.go.type === 'queue') enterQueue(turn, { source: place, ...move.go }, 'reopened');
    return null;
  }
  sayStock(turn, toView(turn).stock('handing-over'));
  enterQueue(
    turn,
    {
      source: null,
      department: last?.department ?? null,
      priority: last?.priority ?? 'normal',
      summary: last?.summary ?? '',
      waitMinutes: facts.settings.handoff.waitMinutes,
    },
    'reopened',
  );
  return null;
}
