import type { BotIndex } from '../bot-index.ts';
import type { Finding } from '../problem.ts';

/** A bot greets, and says something of its own when it does not understand. */
export function beginnings({ nodes }: BotIndex): Finding[] {
  const has = (type: string): boolean => nodes.some(({ node }) => node.type === type);
  return [
    ...(has('conversation-start') ? [] : [{ code: 'no-start' as const, path: ['flows'] }]),
    ...(has('unknown') ? [] : [{ code: 'no-unknown' as const, path: ['flows'] }]),
  ];
}
