import type { Port } from '../../kinds/kind.ts';
import { type BotIndex, type NodeIndex, toCallee, toTarget } from '../bot-index.ts';
import { toPortName } from '../port-name.ts';
import type { Finding } from '../problem.ts';
import { toReachable } from '../reachable.ts';

/** Triggers that a customer's own words set off. */
const answersWords: ReadonlySet<string> = new Set(['text-request', 'unknown', 'negative-feedback']);

/** Ways out that lead nowhere while the customer still waits for a word, and beginnings of nothing. */
export function noReply(bot: BotIndex): Finding[] {
  const waiting = toWaiting(bot);
  return bot.nodes.flatMap((node): Finding[] => {
    if (node.kind.trigger && !toTarget(node, 'next')) {
      const wording = answersWords.has(node.node.type);
      return wording
        ? [{ code: 'no-reply', path: node.path, wording: 'no-reply.trigger' }]
        : [{ code: 'unconnected-start', path: node.path }];
    }
    return node.ports.flatMap((port) => (isDeadEnd(node, port, waiting) ? [toFinding(node, port)] : []));
  });
}

/** Handoffs say a word of their own on every unconnected way out; run-flow leaves it to the flow it ran. */
function isDeadEnd(node: NodeIndex, port: Port, waiting: Set<NodeIndex>): boolean {
  if (port.optional || node.node.type === 'handoff-reply' || node.node.type === 'run-flow') return false;
  return waiting.has(node) && leavesWaiting(node) && !toTarget(node, port.id);
}

function toFinding(node: NodeIndex, port: Port): Finding {
  const option = node.node.type === 'choice' && port.label !== undefined;
  const values = { port: toPortName(port) };
  return { code: 'no-reply', path: node.path, values, ...(option && { wording: 'no-reply.option' }) };
}

/** The nodes that are entered, or left, while the customer has said something and heard nothing since. */
function toWaiting(bot: BotIndex): Set<NodeIndex> {
  const found = new Set<NodeIndex>();
  for (const node of toReachable(bot)) {
    if (answersWords.has(node.node.type) || node.kind.family === 'ask') found.add(node);
  }
  for (const node of found) {
    const callee = toCallee(node, bot);
    if (callee) found.add(callee);
    if (!leavesWaiting(node)) continue;
    for (const { id } of node.ports) {
      const target = toTarget(node, id);
      if (target) found.add(target);
    }
  }
  return found;
}

/** A message speaks, and what runs another flow leaves the speaking to it; all else passes silence on. */
function leavesWaiting({ node }: NodeIndex): boolean {
  return node.type !== 'message' && node.type !== 'run-flow';
}
