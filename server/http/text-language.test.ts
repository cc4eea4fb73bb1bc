import { expect, test } from 'vitest';
import { toTextLanguage } from './text-language.ts';

test.each([
  ['nl-BE,nl;q=0.9,en;q=0.5', 'nl'],
  ['de, pl;q=0.4, bg;q=0.8', 'bg'],
  ['fr', 'en'],
  ['', 'en'],
  [undefined, 'en'],
  ['pl;q=0, bg;q=0.1', 'bg'],
  [`${'x,'.repeat(10_000)}nl`, 'en'],
  ['nl;q=abc, ;;;,==', 'en'],
])('of %s the server speaks %s', (header, language) => {
  expect(toTextLanguage(header)).toBe(language);
});
