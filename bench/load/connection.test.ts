import { expect, test } from 'vitest';
import { parseAnswer } from './connection.ts';

const whole = Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\ncontent-length: 4\r\n\r\nabcd');

test('an answer is read once it is whole, wherever it was cut on its way', () => {
  for (let bytes = 0; bytes < whole.length; bytes += 1) {
    expect(parseAnswer(whole.subarray(0, bytes))).toBeUndefined();
  }
  const answered = parseAnswer(whole);
  expect(answered?.status).toBe(200);
  expect(answered?.body.toString()).toBe('abcd');
});

test('a refusal keeps its status', () => {
  expect(parseAnswer(Buffer.from('HTTP/1.1 503 Gone\r\nContent-Length: 0\r\n\r\n'))?.status).toBe(503);
});

test('an answer without a length counts as broken, so that it is never taken for a success', () => {
  expect(parseAnswer(Buffer.from('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'))?.status).toBe(0);
});
