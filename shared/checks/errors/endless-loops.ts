import { type BotIndex, type NodeIndex, toTarget } from '../bot-index.ts';
import type { Finding } from '../problem.ts';

/** Steps that only lead on, round in a circle: whoever gets there hears the bot fail. */
export function endlessLoops({ nodes }: BotIndex): Finding[] {
  const done = new Set<NodeIndex>();
  return nodes.flatMap((start): Finding[] => {
    const walked = new Set<NodeIndex>();
    let at: NodeIndex | undefined = start;
    while (at && !done.has(at) && onlyLeadsOn(at) && !walked.has(at)) {
      walked.add(at);
      at = toTarget(at, 'next');
    }
    for (const node of walked) done.add(node);
    return at && walked.has(at) ? [{ code: 'endless-loop', path: at.path }] : [];
  });
}

/** One way out, taken at once. What runs another flow may wait in there. */
function onlyLeadsOn({ kind, ports }: NodeIndex): boolean {
  return ports.length === 1 && ports[0]?.id === 'next' && !kind.receive && kind.type !== 'run-flow';
}
