import type { NodeRef } from './state.ts';

/** One thing that happened in a turn, in order; lights up the path in the editor. */
export type TraceStep =
  | ({ type: 'enter' } & NodeRef)
  | ({ type: 'leave'; port: string } & NodeRef)
  | ({ type: 'wait'; for: 'answer' | 'delay' | 'result' } & NodeRef)
  | ({ type: 'refuse' } & NodeRef)
  | { type: 'rule'; rule: number; detail: string }
  | ({ type: 'fault'; reason: string } & NodeRef)
  | { type: 'handler'; to: string };

export type Trace = TraceStep[];
