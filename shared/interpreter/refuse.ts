import { type CompiledNode, findNode } from '../graph/compile.ts';
import type { Move } from '../kinds/kind.ts';
import type { Open } from '../schema/state.ts';
import { proceed } from './run.ts';
import type { Turn } from './turn.ts';
import { toView } from './view.ts';

/** What did not fit an open question: the question with this try counted, and what its node says to it. */
export interface Refusal {
  node: CompiledNode;
  tried: Open;
  /** Null where the node leaves it to triggers and misses. */
  move: Move | null;
}

/** Asks the node of an open question about an answer that did not fit; null where the node is not drawn. */
export function toRefusal(turn: Turn, open: Open): Refusal | null {
  const node = findNode(turn.release, open);
  if (!node || node.data === null) return null;
  const tried = withTries(open, open.tries + 1);
  return { node, tried, move: node.kind.refuse?.(node, tried, toView(turn)) ?? null };
}

/** Carries the node's refusal out. A question that is asked again keeps its count of tries. */
export function refuse(turn: Turn, { node, tried }: Refusal, move: Move): void {
  proceed(turn, node, move);
  const { state } = turn;
  if (move.go.type === 'wait' && state.open) state.open = withTries(state.open, tried.tries);
}

/** Written out, since a spread gives each copy a layout of its own, which is slow to read ever after. */
function withTries({ flow, node, for: what, style, memory }: Open, tries: number): Open {
  return { flow, node, for: what, style, tries, memory };
}
