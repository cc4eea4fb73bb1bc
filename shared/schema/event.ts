import type { Reading } from './reading.ts';
import type { FileValue, Value } from './value.ts';

/** Where a message came from in the drawing; the server keeps it beside the message. */
export interface MessageSource {
  flow: string;
  node: string;
  release: number;
  /** The message's number in its conversation. */
  number: number;
}

/** What a customer's message holds. A choice's and a rating's `source` is the message it answers. */
export type Content =
  | { kind: 'text'; text: string }
  | { kind: 'choice'; option: string; label: string; source: MessageSource | null }
  | { kind: 'rating'; value: number; comment?: string; source: MessageSource | null }
  | { kind: 'file'; file: FileValue };

export interface MessageEvent {
  type: 'message';
  /** The number that the transcript gave to the customer's message. */
  number: number;
  content: Content;
  /** What typed text means; null for everything else, or when nobody may read it (a person holds on). */
  reading: Reading | null;
}

export interface AgentRef {
  id: string;
  name: string;
  avatar?: string;
}

/**
 * What may happen to a conversation. Times, ids and readings are part of the event or the facts, so that
 * the same log always gives the same state.
 */
export type Event =
  /** `language` is the one that the conversation begins in; its first state has it already. */
  | { type: 'start'; language?: string }
  | MessageEvent
  | { type: 'feedback'; value: 'up' | 'down'; source: MessageSource | null }
  | { type: 'timer'; name: TimerName }
  | { type: 'agent-joined'; agent: AgentRef }
  | { type: 'agent-message'; agent: AgentRef }
  | { type: 'returned'; agent: AgentRef }
  | { type: 'resolved'; agent: AgentRef | null; outcome: string | null; survey: string | false | null }
  | { type: 'start-survey'; name: string }
  | { type: 'run-flow'; flow: string; agent: AgentRef | null }
  | { type: 'cancelled' }
  | { type: 'http-result'; id: string; ok: boolean; variables: Record<string, Value> }
  | { type: 'ticket-result'; id: string; ok: boolean; reference?: string }
  | { type: 'named-event'; name: string; variables?: Record<string, Value> };

/**
 * One timer a name and conversation; setting it again moves it. `staffing` and `agent-offline` are rung by
 * the server when agents come and go, the others at the time their `timer` effect named.
 */
export type TimerName =
  | 'wait'
  | 'handoff-wait'
  | 'closing'
  | 'staffing'
  | 'answer'
  | 'agent-silence'
  | 'agent-offline'
  | 'lent-silence'
  | `inactivity:${string}/${string}`;
