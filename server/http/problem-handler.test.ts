import type { NextFunction, Request, Response } from 'express';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { StoreUnavailable } from '../store/store-unavailable.ts';
import { HttpProblem } from './http-problem.ts';
import { createProblemHandler, toSize } from './problem-handler.ts';

function answer(error: unknown, headersSent = false) {
  const log: string[] = [];
  const seen = { status: 0, headers: {}, body: '', destroyed: false };
  const res = {
    headersSent,
    status(code: number) {
      seen.status = code;
      return res;
    },
    set(headers: Record<string, string>) {
      seen.headers = headers;
      return res;
    },
    type: () => res,
    send(body: string) {
      seen.body = body;
      return res;
    },
    destroy() {
      seen.destroyed = true;
    },
  };
  const req = { method: 'GET', headers: {}, is: () => false };
  const handle = createProblemHandler(pino({}, { write: (line: string) => void log.push(line) }));
  handle(error, req as unknown as Request, res as unknown as Response, (() => {}) as NextFunction);
  return { ...seen, log };
}

test('a caller who went away in the middle is not a fault of ours', () => {
  const error = Object.assign(new Error('Premature close'), { code: 'ERR_STREAM_PREMATURE_CLOSE' });
  expect(answer(error)).toMatchObject({ destroyed: true, status: 0, log: [] });
  expect(answer(Object.assign(new Error('aborted'), { type: 'request.aborted', status: 400 })).log).toEqual(
    [],
  );
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
  expect(answer(new HttpProblem(404, 'not-found'), true)).toMatchObject({ destroyed: true, body: '' });
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
