import type { CompiledNode } from '../graph/compile.ts';
import type { DataOf, KindType } from '../kinds/document.ts';

/**
 * The node's data as its kind's, or undefined where the node is of another kind or incomplete. Compiling
 * read it with that kind's schema, which is what makes the cast true.
 */
export function toNodeData<Type extends KindType>(node: CompiledNode, type: Type): DataOf<Type> | undefined {
  return node.kind.type === type && node.data !== null ? (node.data as DataOf<Type>) : undefined;
}
