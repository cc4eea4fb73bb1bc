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

/** Sends messages until the reader is gone or has them all; answers the number of the last one sent. */
function sendFrom(sink: EventSink<AnyEvent>, first: number, last: number): number {
  let number = first;
  for (; number <= last && !sink.isGone; number += 1)
    sink.send({ event: 'message', data: { number, words } }, number);
  return number - 1;
}

/** The numbers of whole events in what was heard. */
const toNumbers = (text: string) =>
  [...text.matchAll(/id: (\d+)\nevent: message\ndata: .*?\}\n\n/g)].map(([, id]) => Number(id));

test('a reader who takes nothing is cut off at 1 MB, and gets the rest when it comes back', async () => {
  const slow = await open(0);
  await once(slow.socket, 'data');
  slow.socket.pause();
  const sent = sendFrom(slow.sink, 1, most);
  expect(slow.sink.isGone).toBe(true);
  expect(sent).toBeLessThan(most);
  expect(sent * words.length).toBeGreaterThan(slowReaderBytes);

  const heard = await hearAll(slow.socket);
  const first = toNumbers(heard);
  expect(first).toEqual(Array.from({ length: first.length }, (_, index) => index + 1));
  expect(first.length).toBeLessThan(sent);

  const seen = first.at(-1) ?? 0;
  const back = await open(seen);
  expect(back.sink.lastEventId).toBe(String(seen));
  const rest = hearUntil(back.socket, `id: ${sent}\n`);
  for (let number = seen + 1; number <= sent; number += 20) {
    sendFrom(back.sink, number, Math.min(number + 19, sent));
    await new Promise((done) => setImmediate(done));
  }
  expect([...first, ...toNumbers(await rest)]).toEqual(Array.from({ length: sent }, (_, index) => index + 1));
  back.close();
});

async function hearAll(socket: ReturnType<typeof openRaw>['socket']): Promise<string> {
  let text = '';
  socket.on('data', (bytes) => {
    text += bytes.toString('latin1');
  });
  socket.resume();
  await once(socket, 'close');
  return unchunk(text);
}

async function hearUntil(socket: ReturnType<typeof openRaw>['socket'], mark: string): Promise<string> {
  let text = '';
  await new Promise<void>((done) => {
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1');
      if (text.includes(mark) && text.endsWith('\n\n\r\n')) done();
    });
  });
  return unchunk(text);
}

/** Takes the lengths of the pieces out, between which an event is cut nowhere. */
function unchunk(text: string): string {
  return text.replace(/\r\n[0-9a-f]+\r\n/g, '');
}
