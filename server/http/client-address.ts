import type { IncomingMessage } from 'node:http';
import { BlockList, isIPv6 } from 'node:net';
import { ipKeyGenerator } from 'express-rate-limit';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/**
 * Where a call came from. A balancer on this machine may say whom it speaks for (`X-Forwarded-For`, read from
 * its end up to the first address that is not this machine's); nobody else is believed. Express is told the
 * same by `trust proxy: loopback`.
 */
export function toClientAddress({ socket, headers }: IncomingMessage): string {
  let address = socket.remoteAddress ?? '';
  const said = headers['x-forwarded-for'];
  if (said === undefined) return address;
  const before = String(said).split(',').reverse();
  for (const next of before) {
    if (!isLoopback(address)) break;
    address = next.trim();
  }
  return address;
}

/** What a caller without a token is counted by; an IPv6 caller has a whole network of addresses. */
export function toAddressKey(req: IncomingMessage): string {
  return ipKeyGenerator(toClientAddress(req));
}

function isLoopback(address: string): boolean {
  return loopback.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
