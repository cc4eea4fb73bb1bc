import { expect, test } from 'vitest';
import { createEventParser } from './stream-reader.ts';

test('events are read wherever the chunks are cut, and comments are passed over', () => {
  const text =
    ': beat\n\nid: 7\nevent: message\ndata: {"id":"a"}\n\nevent: handler\ndata: {}\n\nid: 8\ndata: half';
  for (let at = 0; at < text.length; at += 1) {
    const events: unknown[] = [];
    const parse = createEventParser((event) => events.push(event));
    parse(text.slice(0, at));
    parse(text.slice(at));
    expect(events).toEqual([
      { name: 'message', id: '7', data: '{"id":"a"}' },
      { name: 'handler', id: '', data: '{}' },
    ]);
  }
});
