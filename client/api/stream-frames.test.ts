import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFrameReader, type Frame } from './stream-frames.ts';

function read(...chunks: string[]): Frame[] {
  const frames: Frame[] = [];
  const reader = createFrameReader((frame) => frames.push(frame));
  for (const chunk of chunks) reader.push(chunk);
  return frames;
}

const stream =
  'retry: 2000\n\nid: 7\nevent: typing\ndata: {"a":1}\n\n: alive\n\ndata: one\r\ndata:  two\r\n\r\nid: 8\ndata\rdata: x\r\r';
const frames = [
  { event: 'typing', data: '{"a":1}', id: '7' },
  { event: 'message', data: 'one\n two', id: '7' },
  { event: 'message', data: '\nx', id: '8' },
];

describe('the frame reader', () => {
  it('reads names, data of several lines and ids, and passes comments over', () => {
    expect(read(`${stream}\n`)).toEqual(frames);
  });

  it('reads the same in whatever chunks the stream comes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length), { maxLength: 8 }), (cuts) => {
        const ends = [...cuts.sort((a, b) => a - b), stream.length];
        const chunks = ends.map((end, index) => stream.slice(ends[index - 1] ?? 0, end));
        expect(read(...chunks, '\n')).toEqual(frames);
      }),
    );
  });

  it('gives nothing for an event that has not ended', () => {
    expect(read('data: half')).toEqual([]);
  });
});
