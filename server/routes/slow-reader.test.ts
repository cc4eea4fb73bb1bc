import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { slowReaderBytes } from '../http/event-stream.ts';
import type { AnyEvent, EventSink } from '../services.ts';
import { createFakeServices } from './testing/fake-services.ts';
import { openRaw } from './testing/raw-http.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

let server: TestServer;
const sinks: EventSink<AnyEvent>[] = [];
beforeAll(async () => {
  const services = createFakeServices({
    chat: { chatStream: async (_call, sink) => void sinks.push(sink as EventSink<AnyEvent>) },
  });
  server = await startTestServer({ services });
});
afterAll(() => server.close());

const words = 'x'.repeat(10_000);
/** More than what the systems of both sides hold for a reader who takes nothing, and the limit, together. */
const most = 3_000;

async function open(lastEventId: number) {
  const line = openRaw(server.base);
  await line.say(
    `GET /api/chat/conversations/c1/stream HTTP/1.1\r\nHost: baton.test\r\nAuthorization: Bearer t\r\nLast-Event-ID: ${lastEventId}\r\n\r\n`,
  );
  await expect.poll(() => sinks.length).toBe(1);
  const [sink] = sinks.splice(0);
  if (!sink) return expect.fail();
  return { ...line, sink };
}

/** Sends messages, a few at a time, until the reader is gone or has them all; answers the last one's number. */
async function sendFrom(sink: EventSink<AnyEvent>, first: number, last: number): Promise<number> {
  let number = first;
  for (; number <= last && !sink.isGone; number += 1) {
    sink.send({ event: 'message', data: { number, words } }, number);
    if (number % 20 === 0) await new Promise((done) => setImmediate(done));
  }
  return number - 1;
}

const oneTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
/** The numbers of whole events in what was heard. */
const toNumbers = (text: string) =>
  [...text.matchAll(/id: (\d+)\nevent: message\ndata: .*?\}\n\n/g)].map(([, id]) => Number(id));

test('a reader who takes nothing is cut off at 1 MB, and gets the rest when it comes back', async () => {
  const slow = await open(0);
  slow.socket.pause();
  const sent = await sendFrom(slow.sink, 1, most);
  expect([slow.sink.isGone, sent < most, sent * words.length > slowReaderBytes]).toEqual([true, true, true]);

  const first = toNumbers(await hearAll(slow.socket));
  expect(first.length).toBeGreaterThan(0);
  expect(first.length).toBeLessThan(sent);
  expect(first).toEqual(oneTo(first.length));

  const back = await open(first.length);
  expect(back.sink.lastEventId).toBe(String(first.length));
  const rest = hearUntil(back.socket, `id: ${sent}\n`);
  await sendFrom(back.sink, first.length + 1, sent);
  expect([...first, ...toNumbers(await rest)]).toEqual(oneTo(sent));
  back.close();
});

test('a reader who takes what comes is not cut off, however much comes at once', async () => {
  const quick = await open(0);
  const heard = hearUntil(quick.socket, 'id: 200\n');
  for (const number of oneTo(200)) quick.sink.send({ event: 'message', data: { number, words } }, number);
  expect(toNumbers(await heard)).toEqual(oneTo(200));
  expect(quick.sink.isGone).toBe(false);
  quick.close();
});

type Line = ReturnType<typeof openRaw>['socket'];

async function hearAll(socket: Line): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on('data', (bytes) => chunks.push(bytes));
  socket.resume();
  await once(socket, 'close');
  return unchunk(chunks);
}

async function hearUntil(socket: Line, mark: string): Promise<string> {
  const chunks: Buffer[] = [];
  await new Promise<void>((done) => {
    let marked = false;
    socket.on('data', (bytes) => {
      chunks.push(bytes);
      const newest = Buffer.concat(chunks.slice(-2)).toString('latin1');
      marked ||= newest.includes(mark);
      if (marked && newest.endsWith('\n\n\r\n')) done();
    });
  });
  return unchunk(chunks);
}

/** Takes the lengths of the pieces out, between which an event is cut nowhere. */
function unchunk(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks)
    .toString('latin1')
    .replace(/\r\n[0-9a-f]+\r\n/g, '');
}
