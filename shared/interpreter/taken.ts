import type { Content } from '../schema/event.ts';
import type { Signal } from '../schema/state.ts';
import type { Turn } from './turn.ts';

/** A message on its way through the rules. */
export interface Taken {
  turn: Turn;
  input: Content;
  /** The customer's words, or the label of the button. */
  words: string;
  /** Typed by the customer, not pressed. */
  typed: boolean;
  signals: Signal[];
}
