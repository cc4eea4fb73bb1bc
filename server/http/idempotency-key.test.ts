import { describe, expect, it } from 'vitest';
import { HttpProblem } from './http-problem.ts';
import { toIdempotencyKey } from './idempotency-key.ts';

const read = (...given: string[]) => toIdempotencyKey({ headersDistinct: { 'idempotency-key': given } });

describe('an Idempotency-Key', () => {
  it('may be left out', () => {
    expect(toIdempotencyKey({ headersDistinct: {} })).toBeNull();
  });

  it.each([
    ['8e03978e-40d5-43dd-bc93-6894a57f9324', '8e03978e-40d5-43dd-bc93-6894a57f9324'],
    ['"8e03978e-40d5-43dd-bc93-6894a57f9324"', '8e03978e-40d5-43dd-bc93-6894a57f9324'],
    ['"a \\"b\\" \\\\c"', 'a "b" \\c'],
    ['order 7, again', 'order 7, again'],
    ['x'.repeat(255), 'x'.repeat(255)],
  ])('%s is the key %s', (text, key) => {
    expect(read(text)).toBe(key);
  });

  it.each([[''], ['""'], ['x'.repeat(256)], ['"open'], ['"a" b'], ['"a\\b"'], ['a\tb'], ['één']])(
    '%j is refused',
    (text) => {
      expect(() => read(text)).toThrow(HttpProblem);
      expect(() => read(text)).toThrow('400 bad-idempotency-key');
    },
  );

  it('is refused when there are two', () => {
    expect(() => read('a', 'b')).toThrow('400 bad-idempotency-key');
  });
});
