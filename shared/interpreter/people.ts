import { type CompiledNode, findTarget, triggersOf } from '../graph/compile.ts';
import type { HandlerReason } from '../schema/effect.ts';
import type { AgentRef } from '../schema/event.ts';
import type { Handoff } from '../schema/state.ts';
import { giveBack, lend, watchAnswer, watchSilence } from './lent.ts';
import { toNodeData } from './node-data.ts';
import { forgetWords, isStaffed, watchClosing } from './queue.ts';
import { begin, interrupt, leaveBy } from './run.ts';
import {
  cancelTimer,
  changeHandler,
  dropFlow,
  markButtonsStale,
  notice,
  sayStock,
  settle,
  type Turn,
} from './turn.ts';
import { toView } from './view.ts';

/** An agent takes the conversation, asked for or not. The bot's flow is dropped. */
export function joined(turn: Turn, agent: AgentRef): void {
  const { state } = turn;
  if (state.handler === 'agent') return;
  // Unasked, there is no handoff whose 'resolved' could follow.
  if (state.handler === 'bot' && !state.lent) state.handoff = null;
  dropFlow(turn);
  settle(turn);
  forgetWords(turn);
  state.lent = false;
  state.agent = agent;
  state.resolvedAt = null;
  changeHandler(turn, 'agent', 'joined', { agent });
  notice(turn, 'agent-joined', toView(turn).stock('agent-joined', { name: agent.name }));
  markButtonsStale(turn);
  watchAnswer(turn);
}

/** The agent wrote: the customer's word is answered. A lent bot falls silent again. */
export function agentWrote(turn: Turn): void {
  const { state } = turn;
  if (state.lent) giveBack(turn);
  if (state.handler !== 'agent') return;
  cancelTimer(turn, 'answer');
  watchSilence(turn);
}

/** The customer wrote to a person: the clock for the answer runs from the first unanswered word. */
export function customerWrote(turn: Turn): void {
  if (turn.state.handler === 'agent') watchAnswer(turn);
}

/** Back to the queue, to its old place: the agent gave it up, was away, or did not answer. */
export function backToQueue(turn: Turn, reason: HandlerReason): void {
  const { state, facts } = turn;
  if (state.handler !== 'agent') return;
  const handoff: Handoff = state.handoff ?? {
    source: null,
    at: facts.now,
    department: null,
    priority: 'normal',
    summary: '',
    cause: state.cause,
    escalated: false,
    staffed: false,
  };
  state.handoff = { ...handoff, staffed: isStaffed(turn, handoff.department) };
  const silenceIsSet = state.timers.includes('agent-silence');
  cancelTimer(turn, 'answer');
  changeHandler(turn, 'queue', reason, { agent: null });
  state.agent = null;
  const view = toView(turn);
  notice(turn, 'agent-away', view.stock('agent-away'));
  if (!silenceIsSet) watchSilence(turn);
  watchClosing(turn);
  const { department, priority, summary, cause } = handoff;
  turn.effects.push({ type: 'notify', what: 'escalation', department, priority, summary, cause });
}

/** The agent, or a rule, ends the case: the bot is back, and exactly one thing follows. */
export function resolved(turn: Turn, outcome: string | null, survey: string | false | null): void {
  const { state } = turn;
  if (state.handler === 'bot' && !state.lent) return;
  const source = state.handoff?.source ?? null;
  toBot(turn, 'resolved', 'bot-back');
  state.resolvedAt = turn.facts.now;
  state.outcome = outcome;
  state.cause = null;
  const named = survey ? findSurvey(turn, survey) : undefined;
  if (named) begin(turn, named);
  else if (source && findTarget(turn.release, source, 'resolved')) leaveBy(turn, source, 'resolved');
  else if (survey !== false) beginSurveyByRule(turn);
}

/** A person who had the last word is silent for long: the bot is back, without a survey. */
export function agentFellSilent(turn: Turn): void {
  if (turn.state.handler === 'bot') return;
  const unanswered = turn.state.handler === 'queue' || turn.state.timers.includes('answer');
  if (unanswered) toBot(turn, 'follow-up', 'follow-up', 'follow-up');
  else toBot(turn, 'agent-silent', 'agent-left');
}

/** The customer does not want to wait any longer. */
export function cancelled(turn: Turn): void {
  const { state } = turn;
  if (state.handler !== 'queue') return;
  leaveQueue(turn, 'cancelled', 'cancelled');
}

/** The wait is over, the department closes or its last agent leaves: on by 'timed-out', or told once more. */
export function queueTimedOut(turn: Turn): void {
  const { state } = turn;
  if (state.handler !== 'queue' || !state.handoff) return;
  const { handoff } = state;
  const timesOut = handoff.source && findTarget(turn.release, handoff.source, 'timed-out');
  if (timesOut) leaveQueue(turn, 'timed-out', 'timed-out');
  else if (!handoff.escalated) escalate(turn, handoff);
}

/** Begins a survey, also one that was answered before. Only while the bot is the handler. */
export function startSurvey(turn: Turn, name: string): void {
  const survey = findSurvey(turn, name);
  if (turn.state.handler !== 'bot' || turn.state.lent || !survey) return;
  dropFlow(turn);
  begin(turn, survey);
}

/** Runs a flow from its flow-start: for the API, or on behalf of the agent who sends it. */
export function runFlow(turn: Turn, flow: string, agent: AgentRef | null): void {
  const { state } = turn;
  const start = triggersOf(turn.release, 'flow-start').find((node) => node.flow === flow);
  if (!start) return;
  if (agent) {
    if (state.handler !== 'agent' || !toNodeData(start, 'flow-start')?.forAgents) return;
    dropFlow(turn);
    lend(turn);
  } else if (state.handler !== 'bot' || state.lent) return;
  interrupt(turn, true);
  begin(turn, start);
}

/** Agents came or went: who waits for a department whose last agent leaves hears it. */
export function staffChanged(turn: Turn): void {
  const { state } = turn;
  if (state.handler !== 'queue' || !state.handoff) return;
  const { staffed, department } = state.handoff;
  const isNow = isStaffed(turn, department);
  state.handoff = { ...state.handoff, staffed: isNow };
  if (staffed && !isNow) queueTimedOut(turn);
}

function escalate(turn: Turn, handoff: Handoff): void {
  turn.state.handoff = { ...handoff, escalated: true };
  const { department, priority, summary, cause } = handoff;
  turn.effects.push({ type: 'notify', what: 'escalation', department, priority, summary, cause });
}

function leaveQueue(turn: Turn, reason: 'timed-out' | 'cancelled', port: string): void {
  const { state } = turn;
  const source = state.handoff?.source ?? null;
  toBot(turn, reason, null);
  if (source && findTarget(turn.release, source, port)) leaveBy(turn, source, port);
  else sayStock(turn, toView(turn).stock(reason));
}

function toBot(
  turn: Turn,
  reason: HandlerReason,
  code: 'bot-back' | 'follow-up' | 'agent-left' | null,
  folder?: 'follow-up',
): void {
  const { state } = turn;
  dropFlow(turn);
  settle(turn);
  forgetWords(turn);
  state.lent = false;
  changeHandler(turn, 'bot', reason, { ...(folder && { folder }) });
  if (code) notice(turn, code, toView(turn).stock(code));
}

function findSurvey(turn: Turn, name: string): CompiledNode | undefined {
  return triggersOf(turn.release, 'start-survey').find(
    (node) => toNodeData(node, 'start-survey')?.name === name,
  );
}

function beginSurveyByRule(turn: Turn): void {
  const surveys = triggersOf(turn.release, 'start-survey');
  const survey = surveys.find((node) => toNodeData(node, 'start-survey')?.start.includes('resolved'));
  if (survey) begin(turn, survey);
}
