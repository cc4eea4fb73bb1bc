import { EventEmitter } from 'node:events';
import type { Request, Response } from 'express';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EventStream, heartbeatMs, slowReaderBytes, toFrame } from './event-stream.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

class FakeResponse extends EventEmitter {
  written = '';
  writableLength = 0;
  ended = false;
  destroyed = false;
  headers: Record<string, string> = {};
  status() {
    return this;
  }
  set(headers: Record<string, string>) {
    Object.assign(this.headers, headers);
    return this;
  }
  flushHeaders() {}
  write(chunk: string) {
    this.written += chunk;
  }
  end() {
    this.ended = true;
  }
  destroy() {
    this.destroyed = true;
  }
}

function open(lastEventId?: string) {
  const res = new FakeResponse();
  const stop = new AbortController();
  const req = { headers: { 'last-event-id': lastEventId } } as unknown as Request;
  const stream = new EventStream(req, res as unknown as Response, stop.signal);
  return { res, stop, stream };
}

test('sends an event with its id, and nothing that could forge another line', () => {
  expect(toFrame({ event: 'message', data: { text: 'a\nb' } }, 7)).toBe(
    'id: 7\nevent: message\ndata: {"text":"a\\nb"}\n\n',
  );
  expect(toFrame({ event: 'reset', data: {} }, 'a\ndata: forged')).toBe(
    'id: adata: forged\nevent: reset\ndata: {}\n\n',
  );
});

test('keeps what is sent before it begins, then sends it first', () => {
  const { res, stream } = open();
  stream.sink.send({ event: 'message', data: 1 }, 1);
  expect(res.written).toBe('');
  stream.begin();
  expect(res.headers['Content-Type']).toMatch(/^text\/event-stream/);
  expect(res.written).toContain('id: 1\nevent: message\ndata: 1\n\n');
});

test('says that it is alive every 15 seconds', () => {
  const { res, stream } = open();
  stream.begin();
  const before = res.written.length;
  vi.advanceTimersByTime(heartbeatMs * 2);
  expect(res.written.slice(before)).toBe(': alive\n\n: alive\n\n');
});

test('hands on where the reader stopped', () => {
  expect(open('41').stream.sink.lastEventId).toBe('41');
  expect(open().stream.sink.lastEventId).toBeNull();
});

test('cuts off a reader that is too slow', () => {
  const { res, stream } = open();
  stream.begin();
  res.writableLength = slowReaderBytes + 1;
  stream.sink.send({ event: 'message', data: 1 });
  expect([res.destroyed, stream.sink.gone.aborted]).toEqual([true, true]);
});

test('ends when the reader goes, and when the server closes', () => {
  const gone = open();
  gone.stream.begin();
  gone.res.emit('close');
  expect(gone.stream.sink.gone.aborted).toBe(true);
  const closed = open();
  closed.stream.begin();
  closed.stop.abort();
  expect([closed.stream.sink.gone.aborted, closed.res.ended]).toEqual([true, true]);
  const before = closed.res.written;
  vi.advanceTimersByTime(heartbeatMs);
  expect(closed.res.written).toBe(before);
});

test('a refused stream leaves the answer to the problem', () => {
  const { res, stream } = open();
  stream.abandon();
  stream.begin();
  expect([res.ended, res.written, stream.sink.gone.aborted]).toEqual([false, '', true]);
});
