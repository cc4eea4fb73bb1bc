/** The middle value; of an even count the mean of the two in the middle. NaN when there are none. */
export function computeMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The smallest value that at least `share` (0 to 1) of all values do not exceed. NaN when there are none. */
export function computePercentile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The median of the ratios of each round, so that what slows a whole round down counts on both sides. */
export function computeRatio(tops: readonly number[], bottoms: readonly number[]): number {
  return computeMedian(tops.map((top, round) => top / (bottoms[round] ?? Number.NaN)));
}
