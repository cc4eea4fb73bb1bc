import { expect, test } from 'vitest';
import { assertNever } from './assert-never.ts';
import { err, ok } from './result.ts';

test('a result says whether it went well', () => {
  expect(ok(1)).toEqual({ ok: true, value: 1 });
  expect(err('no')).toEqual({ ok: false, error: 'no' });
});

test('a case that slips through throws with its value', () => {
  expect(() => assertNever('odd' as never)).toThrow('odd');
});
