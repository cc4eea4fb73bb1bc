import type { Content } from '../schema/event.ts';
import type { NodeRef, Signal } from '../schema/state.ts';
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
  /** The trigger that answered the customer's previous message to the bot. */
  answeredBefore: NodeRef | null;
}
