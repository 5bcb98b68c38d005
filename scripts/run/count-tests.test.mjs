import { describe, expect, test } from 'vitest';
import { playwrightCounts, vitestCounts } from './count-tests.mjs';
import { closingLine } from './run-checks.mjs';

const vitestReport = (parts) => ({
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...parts,
});
const playwrightReport = (stats, errors = []) => ({
  stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors,
});

describe('the counts', () => {
  test('are those of the reports', () => {
    expect(vitestCounts(vitestReport({ numPendingTests: 1 }), true)).toEqual({
      passed: 5,
      failed: 0,
      skipped: 1,
    });
    expect(playwrightCounts(playwrightReport({ skipped: 2 }), true)).toEqual({
      passed: 3,
      failed: 0,
      skipped: 2,
    });
  });

  test('have a failure when there is no report', () => {
    expect(vitestCounts(undefined, true).failed).toBe(1);
    expect(playwrightCounts(undefined, true).failed).toBe(1);
  });

  test('have a failure when nothing ran', () => {
    expect(vitestCounts(vitestReport({ numPassedTests: 0 }), true).failed).toBe(1);
    expect(playwrightCounts(playwrightReport({ expected: 0 }), true).failed).toBe(1);
  });

  test('have a failure when the runner failed without naming a test', () => {
    expect(vitestCounts(vitestReport({}), false).failed).toBe(1);
    expect(playwrightCounts(playwrightReport({}), false).failed).toBe(1);
  });

  test('have a failure for each test file that could not be read', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(vitestCounts(vitestReport({ testResults }), false).failed).toBe(1);
  });

  test('take a flaky test and an error outside the tests for failures', () => {
    expect(playwrightCounts(playwrightReport({ flaky: 1 }, [{ message: 'no window' }]), false).failed).toBe(
      2,
    );
  });

  test('close with one line', () => {
    expect(closingLine({ passed: 8, failed: 0, skipped: 0 })).toBe('8 passed, 0 failed');
    expect(closingLine({ passed: 8, failed: 1, skipped: 2 })).toBe('8 passed, 1 failed, 2 skipped');
  });
});
