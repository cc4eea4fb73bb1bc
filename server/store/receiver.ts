import type { OutboxRecord } from './records.ts';

/**
 * Who gets outgoing work: the mail server, a ticket system, or the host that a flow calls. Attempts are counted by
 * receiver, so that one that hangs delays no other.
 */
export function toReceiver({ kind, to }: Pick<OutboxRecord, 'kind' | 'to'>): string {
  if (kind === 'mail') return kind;
  return `${kind} ${kind === 'ticket' ? to : toHost(to)}`;
}

/** As the flow names it: a host that is a secret stays the secret's name. */
function toHost(address: string): string {
  const [, authority = address] = /^[a-z]+:\/\/([^/?#\\]*)/i.exec(address) ?? [];
  return authority
    .slice(authority.lastIndexOf('@') + 1)
    .toLowerCase()
    .slice(0, 200);
}
