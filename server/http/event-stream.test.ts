import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { EventStream, slowReaderBytes, toFrame } from './event-stream.ts';

function open(lastEventId?: string) {
  const req = new IncomingMessage(new Socket());
  if (lastEventId !== undefined) req.headers['last-event-id'] = lastEventId;
  const res = new ServerResponse(req);
  const seen = { written: '', ended: false, waiting: 0, head: [] as unknown };
  res.writeHead = (_status: number, head?: unknown) => {
    seen.head = head;
    return res;
  };
  res.write = (chunk: unknown) => {
    seen.written += String(chunk);
    return true;
  };
  res.end = () => {
    seen.ended = true;
    return res;
  };
  Object.defineProperty(res, 'writableLength', { get: () => seen.waiting });
  return { res, seen, stream: new EventStream(res) };
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
  const { seen, stream } = open();
  stream.send({ event: 'message', data: 1 }, 1);
  expect(seen.written).toBe('');
  stream.begin(['X-Own', 'yes']);
  expect(seen.head).toEqual(expect.arrayContaining(['X-Own', 'text/event-stream; charset=utf-8']));
  expect(seen.written).toBe('retry: 2000\n\nid: 1\nevent: message\ndata: 1\n\n');
});

test('hands on where the reader stopped, and nothing that is longer than any place', () => {
  expect(open('41').stream.lastEventId).toBe('41');
  expect(open().stream.lastEventId).toBeNull();
  expect(open('4'.repeat(201)).stream.lastEventId).toBeNull();
});

const offered = () => new Promise((done) => setImmediate(done));

test('cuts off a reader that is too slow', async () => {
  const { res, seen, stream } = open();
  stream.begin([]);
  seen.waiting = slowReaderBytes + 1;
  stream.send({ event: 'message', data: 1 });
  await offered();
  expect([res.destroyed, stream.isGone]).toEqual([true, true]);
});

test('does not judge a reader by what was not yet offered', async () => {
  const { res, seen, stream } = open();
  stream.begin([]);
  seen.waiting = slowReaderBytes * 2;
  stream.send({ event: 'message', data: 1 });
  seen.waiting = 0;
  await offered();
  expect([res.destroyed, stream.isGone]).toEqual([false, false]);
});

test('says when old events had better wait, and when there is room again, also before it begins', async () => {
  const { res, seen, stream } = open();
  const heard: string[] = [];
  stream.send({ event: 'message', data: 'x'.repeat(300_000) });
  expect(stream.isFull).toBe(true);
  stream.onRoom(() => heard.push('begun'));
  expect(heard).toEqual([]);
  Object.defineProperty(res, 'writableNeedDrain', { value: true });
  stream.begin([]);
  expect(heard).toEqual([]);
  res.emit('drain');
  expect([heard, stream.isFull]).toEqual([['begun'], false]);
  seen.waiting = 300_000;
  expect(stream.isFull).toBe(true);
});

test('tells everybody who asked that the reader is gone, once, and who asks later at once', () => {
  const { res, stream } = open();
  const heard: string[] = [];
  stream.onGone(() => heard.push('first'));
  stream.onGone(() => heard.push('second'));
  stream.begin([]);
  res.emit('close');
  stream.end();
  stream.onGone(() => heard.push('late'));
  expect(heard).toEqual(['first', 'second', 'late']);
});

test('says goodbye with a time to come again', () => {
  const { seen, stream } = open();
  stream.begin([]);
  stream.goodbye(300);
  expect(seen.written).toMatch(/retry: 300\n: the server stops.*\n\n$/);
  expect([seen.ended, stream.isGone]).toEqual([true, true]);
});

test('after a reader is gone nothing is written', () => {
  const { seen, stream } = open();
  stream.begin([]);
  stream.end();
  const before = seen.written;
  stream.send({ event: 'message', data: 1 });
  stream.beat(1);
  stream.goodbye(1);
  expect(seen.written).toBe(before);
});

test('a refused stream leaves the answer to the problem', () => {
  const { seen, stream } = open();
  stream.send({ event: 'reset', data: {} });
  stream.abandon();
  stream.begin([]);
  expect([seen.ended, seen.written, stream.isGone]).toEqual([false, '', true]);
});

test('who may not read any more is found out at the asked-for heartbeat', async () => {
  const { seen, stream } = open();
  stream.check = () => Promise.reject(new Error('signed out'));
  stream.begin([]);
  stream.beat(2);
  await Promise.resolve();
  expect(seen.ended).toBe(false);
  stream.beat(2);
  await Promise.resolve();
  expect(seen.ended).toBe(true);
});
