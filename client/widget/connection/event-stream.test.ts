import { expect, test } from 'vitest';
import { createEventParser } from './event-stream.ts';

const text =
  ': hello\r\n\r\nid: 4\r\nevent: typing\r\ndata: {"a":\r\ndata: 1}\r\n\r\ndata:plain\n\nid: 5\n\n';
const events = [
  { event: 'typing', data: '{"a":\n1}' },
  { event: 'message', data: 'plain' },
];

test('events are told from comments and from ids without data', () => {
  expect(createEventParser()(text)).toEqual(events);
});

test('chunks may cut anywhere, also within a line end', () => {
  for (let at = 0; at <= text.length; at += 1) {
    const parse = createEventParser();
    expect([...parse(text.slice(0, at)), ...parse(text.slice(at))]).toEqual(events);
  }
});

test('one character at a time gives the same events', () => {
  const parse = createEventParser();
  expect(Array.from(text).flatMap((character) => parse(character))).toEqual(events);
});

test('an event that has not ended yet is held back', () => {
  expect(createEventParser()('data: half\n')).toEqual([]);
});
