import { expect, test } from 'vitest';
import { parseNumber } from './number.ts';

test.each([
  ['12,5', 'nl', 12.5],
  ['12,50 zł', 'pl', 12.5],
  ['1.250', 'nl', 1250],
  ['1.250', 'en', 1.25],
  ['1,250', 'en', 1250],
  ['€1.250,50', 'nl', 1250.5],
  ['€1.250,50', 'en', 1250.5],
  ['1 250 лв', 'bg', 1250],
  ['1,250.75', 'nl', 1250.75],
  ["1'250.5", 'en', 1250.5],
  ['0.125', 'nl', 0.125],
  ['1.250.000', 'en', 1_250_000],
  ['-3', 'en', -3],
  ['12kg', 'en', 12],
  ['ik wil 3 stuks.', 'nl', 3],
  ['order AB12, 4 of them', 'en', 4],
])('%s in %s is %d', (text, language, number) => {
  expect(parseNumber(text, { language })).toBe(number);
});

test.each(['AB12', '12ab3', '12:30', '2024-11-03', '1.2.3', 'twelve', '', '99999999999999999999'])(
  '%s is no number',
  (text) => {
    expect(parseNumber(text, { language: 'en' })).toBe(null);
  },
);
