import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noMeter } from '../meter.ts';
import type { AnyEvent, EventSink } from '../services.ts';
import { EventStreams, heartbeatMs } from './event-streams.ts';
import { HttpProblem } from './http-problem.ts';

let streams: EventStreams;
const open = new Map<string, number>();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  open.clear();
  const count = (by: number) => (kind: string) => void open.set(kind, (open.get(kind) ?? 0) + by);
  streams = new EventStreams({ ...noMeter, streamOpened: count(1), streamClosed: count(-1) });
});
afterEach(() => void vi.useRealTimers());

function createReader() {
  const res = new ServerResponse(new IncomingMessage(new Socket()));
  const reader = { res, heard: '', ended: false, sink: null as EventSink<AnyEvent> | null };
  res.writeHead = () => res;
  res.write = (chunk: unknown) => {
    reader.heard += String(chunk);
    return true;
  };
  res.end = () => {
    reader.ended = true;
    return res;
  };
  return reader;
}

async function read(check?: () => Promise<unknown>) {
  const reader = createReader();
  const opening = { kind: check ? ('inbox' as const) : ('conversation' as const), headers: [], check };
  await streams.answer(reader.res, opening, async (sink) => {
    reader.sink = sink;
  });
  return reader;
}

const countBeats = ({ heard }: { heard: string }) => heard.split(': alive').length - 1;

test('one timer tells all that they are alive within 15 seconds, never many at once', async () => {
  const readers = await Promise.all(Array.from({ length: 140 }, () => read()));
  expect(vi.getTimerCount()).toBe(1);
  let before = 0;
  for (let second = 0; second < heartbeatMs / 1000; second += 1) {
    vi.advanceTimersByTime(1000);
    const beats = readers.reduce((sum, reader) => sum + countBeats(reader), 0);
    expect(beats - before).toBe(10);
    before = beats;
  }
  expect(readers.map(countBeats)).toEqual(readers.map(() => 1));
  expect(heartbeatMs).toBeLessThan(15_000);
});

test('the timer stops with the last reader, and streams are counted while they are open', async () => {
  const [one, other] = [await read(), await read(async () => undefined)];
  expect([...open]).toEqual([
    ['conversation', 1],
    ['inbox', 1],
  ]);
  one.res.emit('close');
  expect(vi.getTimerCount()).toBe(1);
  other.sink?.end();
  expect([vi.getTimerCount(), ...open.values()]).toEqual([0, 0, 0]);
});

test('who may not read any more is ended within a minute', async () => {
  let mayRead = true;
  const reader = await read(() => (mayRead ? Promise.resolve() : Promise.reject(new Error('signed out'))));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(reader.ended).toBe(false);
  mayRead = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(reader.ended).toBe(true);
});

test('a server that stops says goodbye to each reader, with different times to come again', async () => {
  const readers = await Promise.all(Array.from({ length: 4 }, () => read()));
  streams.end();
  const times = readers.map(({ heard }) => Number(/retry: (\d+)\n: the server stops/.exec(heard)?.[1]));
  expect(times.sort((a, b) => a - b)).toEqual([250, 500, 750, 1000]);
  expect([readers.every(({ ended }) => ended), vi.getTimerCount(), open.get('conversation')]).toEqual([
    true,
    0,
    0,
  ]);
  await expect(read()).rejects.toMatchObject({ status: 503, code: 'busy' });
});

test('a refused reader is not counted, and its answer is left to the problem', async () => {
  const { res } = createReader();
  const refusal = new HttpProblem(401, 'bad-token');
  const refused = streams.answer(res, { kind: 'conversation', headers: [] }, () => Promise.reject(refusal));
  await expect(refused).rejects.toBe(refusal);
  expect([res.headersSent, open.size, vi.getTimerCount()]).toEqual([false, 0, 0]);
});

test('a stream that its service ends before it began is a problem, not an empty answer', async () => {
  const reader = createReader();
  const answer = streams.answer(reader.res, { kind: 'conversation', headers: [] }, async (sink) =>
    sink.end(),
  );
  await expect(answer).rejects.toMatchObject({ status: 503 });
  expect(reader.ended).toBe(false);
});
