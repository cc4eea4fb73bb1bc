import { type BotIndex, type NodeIndex, toTarget } from './bot-index.ts';

/** The nodes that a customer can get to: triggers, and all that their connections lead to. */
export function toReachable({ nodes }: BotIndex): Set<NodeIndex> {
  const found = new Set(nodes.filter(({ kind }) => kind.trigger));
  // A set that grows while it is walked is walked to its end.
  for (const node of found) {
    for (const { id } of node.ports) {
      const target = toTarget(node, id);
      if (target) found.add(target);
    }
  }
  return found;
}
