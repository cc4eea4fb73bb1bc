import { describe, expect, it } from 'vitest';
import { countBrowserTests, countCrashChecks, countUnitTests } from './test-runs.mjs';

const unit = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
const browser = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 };

describe('the totals of npm test', () => {
  it('are what the runners report when all is well', () => {
    expect(countUnitTests(unit, 0)).toEqual({ passed: 5, failed: 0 });
    expect(countBrowserTests({ stats: browser }, 0)).toEqual({ passed: 3, failed: 0 });
  });

  it('count skipped and flaky tests as failed', () => {
    expect(countUnitTests({ ...unit, numPendingTests: 1, numTodoTests: 1 }, 0).failed).toBe(2);
    expect(countBrowserTests({ stats: { ...browser, flaky: 1, skipped: 1 } }, 0).failed).toBe(2);
  });

  it('count a test file that could not be loaded', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(countUnitTests({ ...unit, testResults }, 1).failed).toBe(1);
  });

  it('count what must hold in a crash run, one by one', () => {
    const checks = [
      { name: 'no accepted message is lost', findings: [] },
      { name: 'no accepted message is doubled', findings: ['m1', 'm2'] },
    ];
    expect(countCrashChecks({ checks: checks.slice(0, 1) }, 0)).toEqual({ passed: 1, failed: 0 });
    expect(countCrashChecks({ checks }, 1)).toEqual({ passed: 1, failed: 1 });
    expect(countCrashChecks({ checks: [] }, 1)).toEqual({ passed: 0, failed: 1 });
    expect(countCrashChecks(undefined, 1)).toEqual({ passed: 0, failed: 1 });
  });

  it('show a failure when a run ended badly, ran nothing or left no report', () => {
    expect(countUnitTests(unit, 1).failed).toBe(1);
    expect(countUnitTests({ ...unit, numPassedTests: 0 }, 0).failed).toBe(1);
    expect(countBrowserTests(undefined, 0)).toEqual({ passed: 0, failed: 1 });
  });
});
