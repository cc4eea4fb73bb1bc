import { type BotIndex, type NodeIndex, toCallee, toTarget } from '../bot-index.ts';
import type { ProblemCode } from '../catalogue.ts';
import { toPortName } from '../port-name.ts';
import type { Finding } from '../problem.ts';
import { toReachable } from '../reachable.ts';

/** Ways to a person: there is one, it is asked for and heard of, and it says what happens when nobody is there. */
export function handoffs(bot: BotIndex): Finding[] {
  const all = bot.nodes.filter(({ node }) => node.type === 'handoff-reply');
  const reachable = toReachable(bot);
  if (!all.some((node) => reachable.has(node))) return [{ code: 'no-way-to-person', path: ['flows'] }];
  const { emails } = bot.file.bot.handoff.notify;
  const unasked = toUnasked(bot);
  return [
    ...(bot.nodes.some(hearsOfPersons) ? [] : [{ code: 'person-not-heard' as const, path: ['flows'] }]),
    ...(emails.length > 0
      ? []
      : [{ code: 'nobody-notified' as const, path: ['bot', 'handoff', 'notify', 'emails'] }]),
    ...all.filter((node) => unasked.has(node)).flatMap(withoutConsent),
    ...all.flatMap(onTheWayOut),
  ];
}

function hearsOfPersons({ node }: NodeIndex): boolean {
  return (
    node.type === 'text-request' && Array.isArray(node.data.include) && node.data.include.includes('person')
  );
}

function withoutConsent({ node, path }: NodeIndex): Finding[] {
  return node.data.consent === undefined ? [{ code: 'no-consent', path: [...path, 'data', 'consent'] }] : [];
}

/** The nodes to which a customer gets without having pressed a button on the way; pressing one was a yes. */
function toUnasked(bot: BotIndex): Set<NodeIndex> {
  const called = new Set(bot.nodes.map((node) => toCallee(node, bot)));
  const found = new Set(bot.nodes.filter((node) => node.kind.trigger && !called.has(node)));
  for (const node of found) {
    const callee = toCallee(node, bot);
    if (callee) found.add(callee);
    if (node.node.type === 'choice') continue;
    for (const { id } of node.ports) {
      const target = toTarget(node, id);
      if (target) found.add(target);
    }
  }
  return found;
}

function onTheWayOut(handoff: NodeIndex): Finding[] {
  return [
    ...unconnected(handoff, 'closed', 'closed-unconnected'),
    ...unconnected(handoff, 'unavailable', 'unavailable-unconnected'),
  ];
}

function unconnected(handoff: NodeIndex, id: string, code: ProblemCode): Finding[] {
  if (toTarget(handoff, id)) return [];
  return [{ code, path: handoff.path, values: { port: toPortName({ id }) } }];
}
