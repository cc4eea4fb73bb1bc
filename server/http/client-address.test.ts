import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { toAddressKey, toClientAddress } from './client-address.ts';

function from(remoteAddress: string, forwarded?: string): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: remoteAddress });
  const req = new IncomingMessage(socket);
  if (forwarded !== undefined) req.headers['x-forwarded-for'] = forwarded;
  return req;
}

test.each([
  ['nobody says otherwise', '203.0.113.9', undefined, '203.0.113.9'],
  ['a stranger claims another', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['a balancer on this machine says whom it speaks for', '127.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['it says so in IPv6', '::1', '2001:db8::7', '2001:db8::7'],
  ['it is reached by a mapped address', '::ffff:127.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['the caller put something before it', '127.0.0.1', '10.1.1.1, 198.51.100.1', '198.51.100.1'],
  ['there are two balancers on this machine', '127.0.0.1', '198.51.100.1, 127.0.0.2', '198.51.100.1'],
  ['this machine itself calls', '127.0.0.1', undefined, '127.0.0.1'],
])('knows where a call comes from when %s', (_, remote, forwarded, expected) => {
  expect(toClientAddress(from(remote, forwarded))).toBe(expected);
});

test('counts the addresses of one IPv6 network together, and an IPv4 address by itself', () => {
  expect(toAddressKey(from('2001:db8:1:2ff::1'))).toBe(toAddressKey(from('2001:db8:1:200::2')));
  expect(toAddressKey(from('2001:db8:1:2ff::1'))).not.toBe(toAddressKey(from('2001:db8:2::1')));
  expect(toAddressKey(from('203.0.113.9'))).toBe('203.0.113.9');
});
