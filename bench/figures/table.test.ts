import { describe, expect, it } from 'vitest';
import { type Figure, formatNumber, passes, toTable } from './table.ts';

const figure = (more: Partial<Figure>): Figure => ({
  what: 'speed',
  value: 1,
  unit: '',
  detail: {},
  ...more,
});

describe('a figure', () => {
  it('passes at its limit when it must be at least that, and not when it must be below', () => {
    expect(passes(figure({ must: { kind: 'at least', value: 1 } }))).toBe(true);
    expect(passes(figure({ must: { kind: 'below', value: 1 } }))).toBe(false);
  });

  it('that is no number never passes', () => {
    expect(passes(figure({ value: Number.NaN, must: { kind: 'below', value: 1 } }))).toBe(false);
    expect(passes(figure({ value: Number.NaN, must: { kind: 'at least', value: 1 } }))).toBe(false);
  });

  it('with a fault is no result, however good its value', () => {
    const faulty = figure({ value: 9, must: { kind: 'at least', value: 1 }, fault: '3 calls failed' });
    expect(passes(faulty)).toBe(false);
    expect(toTable([faulty])).toContain('no result');
  });

  it('of which nothing is asked neither passes nor fails', () => {
    expect(passes(figure({}))).toBeNull();
  });
});

describe('the table', () => {
  it('aligns its columns and writes units on both sides', () => {
    const table = toTable([
      figure({ what: 'start', value: 812.4, unit: 'ms', must: { kind: 'below', value: 1500 } }),
      figure({ what: 'messages a second', value: 6123.4 }),
    ]);
    expect(table.split('\n')).toEqual([
      '| figure            | measured | must be        |     |',
      '|-------------------|----------|----------------|-----|',
      '| start             | 812 ms   | below 1,500 ms | yes |',
      '| messages a second | 6,123    |                |     |',
    ]);
  });

  it('writes numbers as people read them', () => {
    expect([0.70123, 12, 99.95, 1_234_567, Number.NaN].map(formatNumber)).toEqual([
      '0.701',
      '12',
      '100',
      '1,234,567',
      '–',
    ]);
  });
});
