import { expect, it } from 'vitest';
import { toSlug } from './to-slug.ts';

it.each([
  ['Café Zoë!', 'cafe-zoe'],
  ['  Łódź  2  ', 'lodz-2'],
  ['Магазин', 'bot'],
  ['x'.repeat(80), 'x'.repeat(50)],
])('makes %j an address', (name, slug) => {
  expect(toSlug(name)).toBe(slug);
});
