import type { AgentRef, Event } from './event.ts';
import type { Channel, Priority } from './fields.ts';
import type { Handler } from './message.ts';
import type { Value } from './value.ts';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export interface NodeRef {
  flow: string;
  node: string;
}

/** How an open question takes typed text; see 'How a message is taken' in the flow format. */
export type QuestionStyle = 'checked' | 'free' | 'options';

/** The node at which the flow waits, and for what. `memory` belongs to the node's kind. */
export interface Open extends NodeRef {
  for: 'answer' | 'delay' | 'result';
  style: QuestionStyle;
  tries: number;
  memory: Json;
}

/** What happens when the running flow comes to its end: back into a caller, or to an interrupted question. */
export type Frame = ({ type: 'call'; port: string } & NodeRef) | Interrupted;

/** A question put aside, with why its flow ran and the survey that it belongs to. */
export interface Interrupted {
  type: 'interrupted';
  open: Open;
  askAgain: boolean;
  cause: Cause | null;
  survey: Survey | null;
}

/** The survey that the running flow is. */
export interface Survey extends NodeRef {
  name: string;
}

export type Signal = 'thumbs-down' | 'phrase' | 'repeat' | 'low-rating';

/** Why a flow runs; becomes the reason of a handoff. */
export interface Cause extends NodeRef {
  type: string;
  /** The customer's words that began it, where there were any. */
  text?: string;
}

/** The current handoff, or the last one, with the node whose ways out it still owns. */
export interface Handoff {
  source: NodeRef | null;
  at: number;
  department: string | null;
  priority: Priority;
  summary: string;
  cause: Cause | null;
  escalated: boolean;
  /** Somebody of the department was online when the wait began, or has come since. */
  staffed: boolean;
}

/**
 * A conversation's place in its bot: plain JSON, written with each turn. Contact attributes are not in it;
 * they come with the facts. Lists and records are replaced, never written to, so that states can share them.
 */
export interface State {
  handler: Handler;
  release: number;
  language: string;
  channel: Channel;
  variables: Readonly<Record<string, Value>>;
  tags: readonly string[];
  open: Open | null;
  stack: readonly Frame[];
  /** What came while the flow waits for the outside; taken in order afterwards. */
  pending: readonly Event[];
  misses: number;
  signals: readonly Signal[];
  /** The trigger that answered the customer's previous message to the bot. */
  answeredBy: NodeRef | null;
  /** The customer's last typed messages to the bot, newest last, to notice repetition. */
  earlier: readonly string[];
  /** What the customer typed that may hold an answer to a later question, newest last. */
  said: readonly string[];
  /** The customer's words that are being taken, for `{{message.text}}`. */
  words: string;
  /** Counts what needs an id of its own; never reset. */
  serial: number;
  /** How often a node with variants has spoken, by `flow/node`: they take turns. */
  told: Readonly<Record<string, number>>;
  cause: Cause | null;
  survey: Survey | null;
  rating: number | null;
  handoff: Handoff | null;
  agent: AgentRef | null;
  /** The bot speaks for an agent, who gets the conversation back. */
  lent: boolean;
  resolvedAt: number | null;
  outcome: string | null;
  /** Buttons of messages up to this number count as typed text. */
  staleUpTo: number;
  /** Names of the timers that are set. */
  timers: readonly string[];
  greeted: boolean;
}

/** A copy whose fields may be replaced. Written out, since every step makes one and a spread takes ten times as long. */
export function copyState(state: State): State {
  return {
    handler: state.handler,
    release: state.release,
    language: state.language,
    channel: state.channel,
    variables: state.variables,
    tags: state.tags,
    open: state.open,
    stack: state.stack,
    pending: state.pending,
    misses: state.misses,
    signals: state.signals,
    answeredBy: state.answeredBy,
    earlier: state.earlier,
    said: state.said,
    words: state.words,
    serial: state.serial,
    told: state.told,
    cause: state.cause,
    survey: state.survey,
    rating: state.rating,
    handoff: state.handoff,
    agent: state.agent,
    lent: state.lent,
    resolvedAt: state.resolvedAt,
    outcome: state.outcome,
    staleUpTo: state.staleUpTo,
    timers: state.timers,
    greeted: state.greeted,
  };
}

/** A conversation before its first event. */
export function toInitialState(start: { release: number; language: string; channel: Channel }): State {
  return {
    handler: 'bot',
    release: start.release,
    language: start.language,
    channel: start.channel,
    variables: {},
    tags: [],
    open: null,
    stack: [],
    pending: [],
    misses: 0,
    signals: [],
    answeredBy: null,
    earlier: [],
    said: [],
    words: '',
    serial: 0,
    told: {},
    cause: null,
    survey: null,
    rating: null,
    handoff: null,
    agent: null,
    lent: false,
    resolvedAt: null,
    outcome: null,
    staleUpTo: 0,
    timers: [],
    greeted: false,
  };
}
