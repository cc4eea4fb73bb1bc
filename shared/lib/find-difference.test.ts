import { expect, test } from 'vitest';
import { findDifference } from './find-difference.ts';

test('the same JSON has no difference, whatever the order of its fields', () => {
  expect(findDifference({ a: 1, b: [null, 'x'] }, { b: [null, 'x'], a: 1 })).toBeNull();
});

test('a field that is undefined is no field', () => {
  expect(findDifference({ a: 1 }, { a: 1, b: undefined })).toBeNull();
});

test.each([
  [{ a: { b: 1 } }, { a: { b: 2 } }, { path: '/a/b', wanted: 1, found: 2 }],
  [{ a: [1, 2] }, { a: [1] }, { path: '/a/1', wanted: 2, found: undefined }],
  [{ a: null }, {}, { path: '/a', wanted: null, found: undefined }],
  [{ a: [] }, { a: {} }, { path: '/a', wanted: [], found: {} }],
  [{ a: 1 }, null, { path: '', wanted: { a: 1 }, found: null }],
  [{ 'flow/node~1': 1 }, { 'flow/node~1': 2 }, { path: '/flow~1node~01', wanted: 1, found: 2 }],
])('of %j and %j the first place that differs is named', (wanted, found, difference) => {
  expect(findDifference(wanted, found)).toEqual(difference);
});
