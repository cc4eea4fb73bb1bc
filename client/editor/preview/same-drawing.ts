import type { DraftFile, DraftFlow } from '../../../shared/kinds/document.ts';

/** Whether two states of a document play the same: only where steps stand, or nothing, has changed. */
export function isSameDrawing(left: DraftFile, right: DraftFile): boolean {
  if (left === right) return true;
  return (
    left.bot === right.bot &&
    left.flows.length === right.flows.length &&
    left.flows.every((flow, index) => isSameFlow(flow, right.flows[index]))
  );
}

/** Documents share what they have in common, so the same object is the same content. */
function isSameFlow(left: DraftFlow, right: DraftFlow | undefined): boolean {
  if (left === right) return true;
  if (!right || left.id !== right.id || left.edges !== right.edges) return false;
  if (left.nodes === right.nodes) return true;
  return (
    left.nodes.length === right.nodes.length &&
    left.nodes.every((node, index) => {
      const other = right.nodes[index];
      return node === other || (node.id === other?.id && node.data === other.data);
    })
  );
}
