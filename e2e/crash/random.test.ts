import { expect, test } from 'vitest';
import { createRandom } from './random.ts';

test('the same seed gives the same numbers, and another one others', () => {
  const draw = (seed: number) =>
    Array.from(
      { length: 5 },
      (
        (random) => () =>
          random.next()
      )(createRandom(seed)),
    );
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

test('a part of the run draws the same whatever the others have drawn', () => {
  const random = createRandom(7);
  const before = random.fork('kills').uuid();
  random.next();
  expect(random.fork('kills').uuid()).toBe(before);
  expect(random.fork('load').uuid()).not.toBe(before);
});

test('numbers stay within their bounds and reach both of them', () => {
  const random = createRandom(1);
  const drawn = new Set(Array.from({ length: 200 }, () => random.between(2, 4)));
  expect([...drawn].sort()).toEqual([2, 3, 4]);
});

test('an id is a uuid', () => {
  expect(createRandom(3).uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
});
