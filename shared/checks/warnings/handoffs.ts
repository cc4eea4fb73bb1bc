import { type BotIndex, type NodeIndex, toTarget } from '../bot-index.ts';
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
  return [
    ...(bot.nodes.some(hearsOfPersons) ? [] : [{ code: 'person-not-heard' as const, path: ['flows'] }]),
    ...(emails.length > 0
      ? []
      : [{ code: 'nobody-notified' as const, path: ['bot', 'handoff', 'notify', 'emails'] }]),
    ...all.flatMap(ofOne),
  ];
}

function hearsOfPersons({ node }: NodeIndex): boolean {
  return (
    node.type === 'text-request' && Array.isArray(node.data.include) && node.data.include.includes('person')
  );
}

function ofOne(handoff: NodeIndex): Finding[] {
  const { node, path } = handoff;
  return [
    ...(node.data.consent === undefined
      ? [{ code: 'no-consent' as const, path: [...path, 'data', 'consent'] }]
      : []),
    ...unconnected(handoff, 'closed', 'closed-unconnected'),
    ...unconnected(handoff, 'unavailable', 'unavailable-unconnected'),
  ];
}

function unconnected(handoff: NodeIndex, id: string, code: ProblemCode): Finding[] {
  if (toTarget(handoff, id)) return [];
  return [{ code, path: handoff.path, values: { port: toPortName({ id }) } }];
}
