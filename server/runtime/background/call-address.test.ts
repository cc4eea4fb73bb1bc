import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { callAddress } from './call-address.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const close of closing.splice(0)) await close();
});

/** Only the time limit is ours to move; sockets keep their own time. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function listenRaw(take: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    take(socket);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => server.close(done));
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const post = (host: string, more: { body?: string; headOnly?: boolean } = {}) =>
  callAddress(
    {
      method: 'POST',
      url: `http://${host}/tickets`,
      headers: {},
      body: '{"a":1}',
      timeoutMs: 15_000,
      ...more,
    },
    [host],
  );

it('answers status, body and how long to wait', async () => {
  const host = await listen((_req, res) => res.writeHead(503, { 'Retry-After': '30' }).end('later'));
  expect(await post(host)).toEqual({ status: 503, body: 'later', retryAfter: '30' });
});

it('says that a call may have arrived whose connection broke after all was sent', async () => {
  const host = await listen((req) => req.on('end', () => req.socket.destroy()).resume());
  await expect(post(host)).rejects.toMatchObject({ fault: { code: 'broken-off', mayHaveArrived: true } });
});

it('knows that a call has not arrived where nobody listens', async () => {
  const host = await listen(() => undefined);
  await closing.pop()?.();
  const refused = await post(host).catch((error: unknown) => error);
  expect(refused).toMatchObject({ fault: { code: 'no-connection' }, final: false });
  expect(refused).not.toHaveProperty('fault.mayHaveArrived');
});

it('knows that a call was cut short', async () => {
  const host = await listenRaw((socket) => socket.once('data', () => socket.destroy()));
  const cut = await post(host, { body: 'x'.repeat(20_000_000) }).catch((error: unknown) => error);
  expect(cut).toMatchObject({ fault: { code: 'broken-off' } });
  expect(cut).not.toHaveProperty('fault.mayHaveArrived');
});

it('stops after its time, and says that what was sent may have arrived', async () => {
  let taken: () => void = () => undefined;
  const arrived = new Promise<void>((done) => {
    taken = done;
  });
  const host = await listen((req) => req.on('end', taken).resume());
  const hanging = post(host).catch((error: unknown) => error);
  await arrived;
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await hanging).toMatchObject({ fault: { code: 'timeout', mayHaveArrived: true } });
});

it('stops after its time in the middle of an answer', async () => {
  let begun: () => void = () => undefined;
  const answering = new Promise<void>((done) => {
    begun = done;
  });
  const host = await listen((_req, res) => {
    res.writeHead(200).write('half');
    begun();
  });
  const hanging = post(host).catch((error: unknown) => error);
  await answering;
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await hanging).toMatchObject({ fault: { code: 'timeout' } });
});

it('does not wait for a body that nobody asked for', async () => {
  const host = await listen((_req, res) => res.writeHead(202).write('half'));
  expect(await post(host, { headOnly: true })).toMatchObject({ status: 202, body: '' });
});

it('gives up at an address that is none, a private one, and an answer without end', async () => {
  const call = { method: 'GET', headers: {}, body: null, timeoutMs: 15_000 };
  const host = await listen((_req, res) => res.end('x'.repeat(1_100_000)));
  const of = (url: string, hosts: string[] = []) =>
    callAddress({ ...call, url }, hosts).catch((error: unknown) => error);
  expect(await of('ftp://example.com')).toMatchObject({ final: true, fault: { code: 'no-web-address' } });
  expect(await of('no address')).toMatchObject({ final: true, fault: { code: 'no-web-address' } });
  expect(await of(`http://${host}/`)).toMatchObject({ final: true, fault: { code: 'private-address' } });
  expect(await of(`http://${host}/`, [host])).toMatchObject({ final: true, fault: { code: 'too-large' } });
});
