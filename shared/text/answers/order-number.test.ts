import { expect, test } from 'vitest';
import { parseOrderNumber } from './order-number.ts';

test.each([
  ["it's ab 123456, thanks", 'AB-123456'],
  ['AB-123456', 'AB-123456'],
  ['zx987654', 'ZX-987654'],
  ['ab_12 34-56', 'AB-123456'],
  ['AB‑123456', 'AB-123456'],
  ['is 123456 or cd/654321?', 'CD-654321'],
  ['first ab 123 456 then cd-654321', 'CD-654321'],
  ['(ab.123456)', 'AB-123456'],
])('%s holds %s for the example AB-123456', (text, value) => {
  expect(parseOrderNumber(text, 'AB-123456')).toBe(value);
});

test.each([
  'my order is 123456',
  'no 123456',
  'xab123456',
  'ab1234567',
  'ab12345',
  '123456',
  'АБ-123456',
  '',
])('%s holds none for the example AB-123456', (text) => {
  expect(parseOrderNumber(text, 'AB-123456')).toBe(null);
});

test.each([
  ['my number is 123456 ok', '000000', '123456'],
  ['#123456', '000000', '123456'],
  ['12 34 56', '000000', '123456'],
  ['order 1234', '#0000', '#1234'],
  ['NO 123456', 'NO-123456', 'NO-123456'],
  ['аб 123', 'АБ-123', 'АБ-123'],
  ['12/34/AB', '00.00.xx', '12.34.ab'],
  ['2026-0012', '2025/0001', '2026/0012'],
  ['nl12x345', 'XX00A000', 'NL12X345'],
  ['１２３４５６', '000000', '123456'],
])('%s, for the example %s, is %s', (text, example, value) => {
  expect(parseOrderNumber(text, example)).toBe(value);
});

test.each([
  ['0612345678', '000000'],
  ['12 345 678', '000000'],
  ['12-123456', '000000'],
  ['2024-11-03', '12345678'],
  ['please', 'ABCDEF'],
  ['anything', ''],
  ['anything', '---'],
])('%s holds none for the example %s', (text, example) => {
  expect(parseOrderNumber(text, example)).toBe(null);
});
