import { normalise } from '../../text/normalise.ts';
import type { BotIndex, NodeIndex } from '../bot-index.ts';
import type { Finding } from '../problem.ts';

const enough = 5;

/** Beginnings with too few phrases to learn from, and phrases that begin two flows. */
export function phrases({ nodes }: BotIndex): Finding[] {
  const requests = nodes.filter(({ node }) => node.type === 'text-request');
  return [...requests.flatMap(tooFew), ...twice(requests)];
}

function toPhrases({ node }: NodeIndex): string[] {
  return Array.isArray(node.data.phrases) ? (node.data.phrases as string[]) : [];
}

function tooFew(request: NodeIndex): Finding[] {
  const { match = 'meaning', include = [] } = request.node.data;
  const count = toPhrases(request).length;
  const learns = match === 'meaning' && Array.isArray(include) && include.length === 0;
  if (!learns || count === 0 || count >= enough) return [];
  return [
    { code: 'few-phrases', path: [...request.path, 'data', 'phrases'], values: { count, limit: enough } },
  ];
}

function twice(requests: NodeIndex[]): Finding[] {
  const owners = new Map<string, NodeIndex>();
  return requests.flatMap((request) =>
    toPhrases(request).flatMap((phrase, index): Finding[] => {
      const owner = owners.get(normalise(phrase)) ?? request;
      owners.set(normalise(phrase), owner);
      if (owner === request) return [];
      return [
        { code: 'phrase-twice', path: [...request.path, 'data', 'phrases', index], values: { phrase } },
      ];
    }),
  );
}
