import type { Word } from '../crash-bot.ts';

/** What somebody was told in answer to one sending of a call. */
export interface Told {
  status: number;
  body: unknown;
}

export type CallKind = 'open' | 'say' | 'agent-say' | 'join' | 'resolve';

/** One call with an id of its own, however often it was sent. */
export interface BookedCall {
  kind: CallKind;
  id: string;
  /** Empty until an opening is answered. */
  conversation: string;
  /** What the message says besides its word; nothing else in the run contains it. */
  token: string;
  word: Word | null;
  /** How often it was sent. */
  sent: number;
  /** Every whole answer that is not 'try later', the first one first. */
  told: Told[];
  /** How often it was told to try later. */
  later: number;
  /** The last kill before its first answer, to find the place in a log. */
  kill: number;
}

/** A call's id sent with another body, which must be refused. */
export interface Misuse {
  id: string;
  conversation: string;
  token: string;
  told: Told;
}

/** Everything that clients have sent and been told. */
export interface Book {
  calls: BookedCall[];
  misuses: Misuse[];
  /** Calls that never had an answer, and other breaks of what clients may rely on. */
  faults: string[];
  /** How often the server has been killed up to now. */
  kills: number;
  /** How many answers have come in all. */
  answers: number;
  /** How often somebody was told to try later. */
  later: number;
}

export function createBook(): Book {
  return { calls: [], misuses: [], faults: [], kills: 0, answers: 0, later: 0 };
}

/** Enters a call before it is sent for the first time. */
export function book(
  into: Book,
  call: Pick<BookedCall, 'kind' | 'id' | 'conversation' | 'token'> & { word?: Word },
): BookedCall {
  const booked: BookedCall = { word: null, ...call, sent: 0, told: [], later: 0, kill: -1 };
  into.calls.push(booked);
  return booked;
}
