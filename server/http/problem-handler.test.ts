import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { StoreUnavailable } from '../store/store-unavailable.ts';
import { HttpProblem } from './http-problem.ts';
import { answerProblem, toSize } from './problem-handler.ts';

function answer(error: unknown, { begun = false, left = false } = {}) {
  const log: string[] = [];
  const res = new ServerResponse(new IncomingMessage(new Socket()));
  const seen = { status: 0, headers: {}, body: '' };
  res.writeHead = (status: number, headers: unknown) => {
    Object.assign(seen, { status, headers });
    return res;
  };
  res.end = (body: unknown) => {
    seen.body = String(body);
    return res;
  };
  if (begun) Object.defineProperty(res, 'headersSent', { value: true });
  if (left) res.req.socket.destroy();
  const logger = pino({}, { write: (line: string) => void log.push(line) });
  answerProblem(logger, error, res, { route: '/api/bots/:id' });
  return { ...seen, destroyed: res.destroyed, log };
}

test('a caller who went away in the middle is not a fault of ours', () => {
  const error = Object.assign(new Error('Premature close'), { code: 'ERR_STREAM_PREMATURE_CLOSE' });
  expect(answer(error, { left: true })).toMatchObject({ destroyed: true, status: 0, log: [] });
  const aborted = Object.assign(new Error('aborted'), { type: 'request.aborted', status: 400 });
  expect(answer(aborted, { left: true }).log).toEqual([]);
});

test('a connection that breaks behind us is a fault of ours, and the caller hears of it', () => {
  const error = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  expect(answer(error)).toMatchObject({ status: 500, destroyed: false, log: [expect.anything()] });
});

test('a file that is not there is a 404, not a fault of ours', () => {
  const error = Object.assign(new Error('ENOENT: /secret/place'), { code: 'ENOENT', status: 404 });
  const { status, body, log } = answer(error);
  expect([status, log]).toEqual([404, []]);
  expect(body).not.toContain('secret');
});

test('a database that cannot be used for now asks the caller to come again', () => {
  const { status, headers, body, log } = answer(
    new StoreUnavailable('disk I/O error', { retryAfterSeconds: 5 }),
  );
  expect([status, log]).toEqual([503, []]);
  expect(headers).toMatchObject({ 'Retry-After': '5' });
  expect(JSON.parse(body)).toMatchObject({ type: 'urn:baton:problem:busy', status: 503 });
});

test('an answer that has begun is cut off, not mixed with a problem', () => {
  expect(answer(new HttpProblem(404, 'not-found'), { begun: true })).toMatchObject({
    destroyed: true,
    body: '',
  });
});

test('anything else is a 500 that is logged', () => {
  expect(answer('thrown text')).toMatchObject({
    status: 500,
    log: [expect.stringContaining('a call failed')],
  });
});

test('sizes read like people write them', () => {
  expect([toSize(65_536), toSize(20 * 1024 * 1024)]).toEqual(['64 kB', '20 MB']);
});
