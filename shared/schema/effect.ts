import type { AgentRef, TimerName } from './event.ts';
import type { Priority } from './fields.ts';
import type { Handler, Part } from './message.ts';
import type { Cause, NodeRef } from './state.ts';
import type { Value } from './value.ts';

/** A text in which secrets are still names; only the server that sends it puts their values in. */
export type SealedText = (string | { secret: string })[];

export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: SealedText;
  headers: { name: string; value: SealedText }[];
  body: SealedText | null;
  save: { path: string; variable: string }[];
  timeoutSeconds: number;
}

export interface TicketRequest {
  integration: string;
  subject: string;
  body: string;
  fields: { name: string; value: string }[];
}

/** What the interpreter wants done. The server carries effects out in the turn's transaction, in order. */
export type Effect =
  | {
      type: 'say';
      from: 'bot' | 'system';
      parts: Part[];
      /** The node that said it, for buttons and ratings that come back. */
      source: NodeRef | null;
    }
  | {
      type: 'handler';
      to: Handler;
      reason: HandlerReason;
      agent: AgentRef | null;
      department: string | null;
      priority: Priority;
      folder?: 'follow-up';
    }
  | {
      type: 'notify';
      what: 'handoff' | 'escalation' | 'reopened';
      department: string | null;
      priority: Priority;
      summary: string;
      cause: Cause | null;
    }
  | { type: 'timer'; name: TimerName; at: number }
  | { type: 'cancel-timer'; name: TimerName }
  | { type: 'http'; id: string; request: HttpRequest }
  | { type: 'ticket'; id: string; request: TicketRequest }
  | { type: 'remember'; name: string; value: Value }
  | { type: 'tag'; add: string[]; remove: string[] }
  | { type: 'record'; record: Observation };

export type HandlerReason =
  | 'handoff'
  | 'fault'
  | 'reopened'
  | 'joined'
  | 'timed-out'
  | 'cancelled'
  | 'resolved'
  | 'unanswered'
  | 'agent-offline'
  | 'agent-silent'
  | 'follow-up'
  | 'returned'
  | 'lent'
  | 'lent-back';

/** What is kept for reports and for the agent; nothing reads it back into the flow. */
export type Observation =
  | ({ what: 'visit' } & NodeRef)
  | ({ what: 'trigger'; kind: string } & NodeRef)
  | { what: 'miss'; text: string; misses: number }
  | { what: 'signal'; signal: string }
  | ({
      what: 'survey-answer';
      survey: string | null;
      variable: string;
      value: Value;
      comment: string | null;
    } & NodeRef)
  | {
      what: 'handoff';
      source: NodeRef | null;
      cause: Cause | null;
      department: string | null;
      summary: string;
    }
  | ({ what: 'fault'; reason: string } & NodeRef);
