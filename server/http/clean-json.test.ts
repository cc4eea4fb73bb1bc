import { expect, test } from 'vitest';
import { cleanJson, cleanText } from './clean-json.ts';

test('takes out what no database stores and leaves everything else alone', () => {
  const body = {
    text: 'a\0b',
    list: ['cut \ud83d', 'whole 😀'],
    deep: { text: 'Здравей' },
    number: 1,
    none: null,
  };
  expect(cleanJson(body)).toBe(true);
  expect(body).toEqual({
    text: 'ab',
    list: ['cut \ufffd', 'whole 😀'],
    deep: { text: 'Здравей' },
    number: 1,
    none: null,
  });
  expect(cleanText('\0')).toBe('');
});

test('refuses endless nesting without nesting itself', () => {
  const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
  expect(cleanJson(nested(64))).toBe(true);
  expect(cleanJson(nested(65))).toBe(false);
  expect(cleanJson(nested(100_000))).toBe(false);
  expect([cleanJson('text'), cleanJson(undefined), cleanJson(null)]).toEqual([true, true, true]);
});
