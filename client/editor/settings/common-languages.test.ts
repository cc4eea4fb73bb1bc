import { expect, it } from 'vitest';
import { toLanguageTag } from './common-languages.ts';

it('reads typed codes in their usual form, and nothing else', () => {
  expect(['pt-br', ' NL ', 'dut', 'fy'].map(toLanguageTag)).toEqual(['pt-BR', 'nl', 'nl', 'fy']);
  expect(['', 'x', 'nl_NL', 'de-Latn-AT'].map(toLanguageTag)).toEqual([null, null, null, null]);
});
