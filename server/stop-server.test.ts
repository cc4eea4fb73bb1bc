import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mostMs } from './stop-server.ts';
import { type ServerProcess, seedDatabase, startServerProcess } from './testing/server-process.ts';
import { openCustomer, type TalkingCustomer } from './testing/talking-customer.ts';

const patience = 90_000;
let folder: string;
const running: ServerProcess[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baton-stop-'));
  await seedDatabase(folder);
});
afterEach(async () => {
  for (const server of running.splice(0)) {
    server.signal('SIGKILL');
    await server.ended;
  }
  rmSync(folder, { recursive: true });
});

async function start(environment: Record<string, string> = {}): Promise<ServerProcess> {
  const server = await startServerProcess(folder, environment);
  running.push(server);
  return server;
}

/** Sends the beginning of an upload and then nothing more. */
function beginUpload(base: string, { id, token }: TalkingCustomer): Promise<void> {
  const { port, host } = new URL(base);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => undefined);
  const head = [
    `POST /api/chat/conversations/${id}/files HTTP/1.1`,
    `Host: ${host}`,
    `Authorization: Bearer ${token}`,
    'Content-Type: multipart/form-data; boundary=part',
    'Content-Length: 1000000',
    '',
    '--part\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nthe beginning',
  ];
  return new Promise((done) => socket.write(head.join('\r\n'), () => done()));
}

test(
  'a stopping server keeps what it has acknowledged, sends readers away with a hint, and ends by itself',
  async () => {
    const server = await start();
    const customers = await Promise.all(Array.from({ length: 50 }, () => openCustomer(server.base)));
    const streams = customers.map((customer) => customer.follow());
    await expect
      .poll(async () => (await fetch(`${server.base}/metrics`)).text(), { timeout: 20_000 })
      .toContain('baton_open_streams{kind="conversation"} 50');
    const [first] = customers;
    if (first) await beginUpload(server.base, first);
    const talks = customers.map((customer) => customer.talk());
    const count = () => customers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
    await expect.poll(count, { timeout: 30_000 }).toBeGreaterThan(100);

    server.signal('SIGTERM');

    expect(await server.ended).toEqual({ code: 0, signal: null });
    expect(server.logged().at(-2)).toMatchObject({ msg: 'Baton is stopping.', reason: 'SIGTERM' });
    const last = server.logged().at(-1);
    expect(last).toMatchObject({ msg: 'Baton has stopped.', inOrder: true, cut: 1 });
    expect(Number(last?.seconds) * 1000).toBeLessThan(mostMs);
    for (const text of await Promise.all(streams)) expect(text).toMatch(/\nretry: \d+\n: the server stops/);
    await Promise.all(talks);
    expect(existsSync(join(folder, 'baton.sqlite-wal'))).toBe(false);

    const again = await start();
    for (const customer of customers) {
      const said = await customer.read(again.base);
      expect(said).toEqual(expect.arrayContaining(customer.acknowledged));
    }
  },
  patience,
);

test(
  'a mistake that nobody caught is logged, and the server stops in order with code 1',
  async () => {
    const mistake = "process.on('SIGUSR2', () => void Promise.reject(new Error('nobody caught this')))";
    const server = await start({
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(mistake)}`,
    });
    const customer = await openCustomer(server.base);
    const stream = customer.follow();
    await customer.say('hello');

    server.signal('SIGUSR2');

    expect(await server.ended).toEqual({ code: 1, signal: null });
    expect(server.logged().at(-3)).toMatchObject({ level: 60, err: { message: 'nobody caught this' } });
    expect(server.logged().at(-1)).toMatchObject({ msg: 'Baton has stopped.', inOrder: true });
    expect(await stream).toContain('the server stops');
  },
  patience,
);
