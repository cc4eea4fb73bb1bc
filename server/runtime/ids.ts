import { randomUUID } from 'node:crypto';
import type { Clock } from './clock.ts';

/**
 * Makes ids: UUIDs of version 7, which begin with the time. So what is written together lies together in the
 * database's indexes, and a message costs the same however many conversations came before; with random ids it
 * would fetch and change a page of its own in each index.
 */
export function createIds({ now }: Clock): () => string {
  return () => {
    const time = now().toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
  };
}
