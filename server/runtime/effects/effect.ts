import type { Effect } from '../../../shared/schema/effect.ts';
import type { Writing } from '../writing.ts';

/** Puts what the interpreter wants into the turn that is being written. */
export type Perform<Type extends Effect['type']> = (
  effect: Extract<Effect, { type: Type }>,
  writing: Writing,
) => void;
