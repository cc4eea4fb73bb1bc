import { expect, test } from 'vitest';
import { isClean, type Report, toTable } from './report.ts';

const report = (findings: string[]): Report => ({
  suite: 'kills',
  store: 'sqlite',
  seed: 9,
  figures: { kills: 3 },
  checks: [{ name: 'nothing is lost', of: 40, findings }],
});

test('a clean run says so', () => {
  expect(isClean(report([]))).toBe(true);
  expect(toTable(report([]))).toContain('Nothing was found.');
});

test('a finding is shown with the seed that repeats it', () => {
  expect(isClean(report(['m1 is gone']))).toBe(false);
  const table = toTable(report(['m1 is gone']));
  expect(table).toMatch(/FAIL {2}nothing is lost +1 of 40\n +m1 is gone/);
  expect(table).toContain('--seed 9');
});

test('a run that looked at nothing is not clean', () => {
  expect(isClean({ ...report([]), checks: [] })).toBe(false);
});
