import { expect, test } from 'vitest';
import { createIds } from './ids.ts';

const at = { now: 1_795_258_428_785 };
const newId = createIds({ now: () => at.now });

test('an id is a UUID of version 7', () => {
  expect(newId()).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});

test('ids sort by the time at which they were made', () => {
  const ids = Array.from({ length: 50 }, () => {
    at.now += 1;
    return newId();
  });
  expect(ids.toSorted()).toEqual(ids);
});

test('no id comes twice, however many are made at once', () => {
  expect(new Set(Array.from({ length: 10_000 }, newId)).size).toBe(10_000);
});
