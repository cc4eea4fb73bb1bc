import { describe, expect, it } from 'vitest';
import { computeMedian, computePercentile, computeRatio } from './statistics.ts';

describe('the figures of several rounds', () => {
  it('are their median, between the two in the middle when the count is even', () => {
    expect(computeMedian([30, 10, 20])).toBe(20);
    expect(computeMedian([40, 10, 20, 30])).toBe(25);
    expect(computeMedian([])).toBeNaN();
  });

  it('are compared round by round', () => {
    expect(computeRatio([10, 5, 12], [20, 10, 12])).toBe(0.5);
  });
});

describe('a percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  it('is a value that was measured, sorted by size and not by text', () => {
    expect(computePercentile(hundred, 0.99)).toBe(99);
    expect(computePercentile(hundred, 0.5)).toBe(50);
    expect(computePercentile([9, 100], 1)).toBe(100);
  });

  it('of one value is that value, and of none it is none', () => {
    expect(computePercentile([7], 0.99)).toBe(7);
    expect(computePercentile([], 0.99)).toBeNaN();
  });
});
