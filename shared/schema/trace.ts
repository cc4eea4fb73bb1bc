import type { NodeRef } from './state.ts';

/** One thing that happened in a turn, in order; lights up the path in the editor. */
export type TraceStep =
  | ({ type: 'enter' } & NodeRef)
  | ({ type: 'leave'; port: string } & NodeRef)
  | ({ type: 'wait'; for: 'answer' | 'delay' | 'result' } & NodeRef)
  | ({ type: 'refuse' } & NodeRef)
  | { type: 'rule'; rule: RuleName }
  | ({ type: 'fault'; reason: string } & NodeRef)
  | { type: 'handler'; to: string };

export type Trace = TraceStep[];

/** How a message was taken, by the rules of the flow format's 'How a message is taken'. */
export type RuleName =
  | 'request-for-person'
  | 'clarified'
  | 'valid-answer'
  | 'interruption'
  | 'free-answer'
  | 'invalid-answer'
  | 'negative-feedback'
  | 'text-request'
  | 'miss';
