import { expect, it } from 'vitest';
import { toRefusal } from './to-refusal.ts';

const judge = (status: number, retryAfter?: string) => toRefusal({ status, retryAfter }, 0);

it.each([200, 201, 204])('takes %i for an answer', (status) => {
  expect(judge(status)).toBeNull();
});

it.each([301, 302, 400, 401, 403, 404, 410, 422])('gives up at %i', (status) => {
  expect(judge(status)).toMatchObject({ final: true, fault: { code: 'status', values: { status } } });
});

it.each([408, 409, 425, 429, 500, 502, 503, 504])('tries again at %i', (status) => {
  expect(judge(status)).toMatchObject({ final: false, waitMs: 0 });
});

it('waits as long as asked at 429 and 503, and only there', () => {
  expect(judge(429, '60')?.waitMs).toBe(60_000);
  expect(judge(503, '60')?.waitMs).toBe(60_000);
  expect(judge(500, '60')?.waitMs).toBe(0);
});
