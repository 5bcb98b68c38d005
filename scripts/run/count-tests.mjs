import { readFile, rm } from 'node:fs/promises';
import { inProject } from '../prepare/paths.mjs';

/** Where a test runner leaves its report. */
export const reportPath = (runner) => inProject('.cache', 'reports', `${runner}.json`);

/** A report of an earlier run must never be counted as this run's. */
export const forgetReports = () => rm(inProject('.cache', 'reports'), { recursive: true, force: true });

/** Counts of Vitest's report; a file that could not be read by Vitest counts as one failed test. */
export async function countVitest({ ok }) {
  const report = await read('vitest');
  if (!report) return noReport;
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return settle(ok, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

/** Counts of Playwright's report; errors outside any test count as failed tests. */
export async function countPlaywright({ ok }) {
  const report = await read('playwright');
  if (!report) return noReport;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return settle(ok, { passed: expected, failed: unexpected + flaky + report.errors.length, skipped });
}

const noReport = { passed: 0, failed: 1, skipped: 0 };

/** A runner that failed, or ran nothing, without saying which test failed is a failure all the same. */
function settle(ok, counts) {
  const silent = counts.failed === 0 && (!ok || counts.passed === 0);
  return silent ? { ...counts, failed: 1 } : counts;
}

const read = (runner) => readFile(reportPath(runner), 'utf8').then(JSON.parse, () => undefined);
