import { readFile, rm } from 'node:fs/promises';
import { inProject } from '../prepare/paths.mjs';

/** Where a test runner leaves its report. */
export const reportPath = (runner) => inProject('.cache', 'reports', `${runner}.json`);

/** A report of an earlier run must never be counted as this run's. */
export const forgetReports = () => rm(inProject('.cache', 'reports'), { recursive: true, force: true });

export const countVitest = async ({ ok }) => vitestCounts(await read('vitest'), ok);
export const countPlaywright = async ({ ok }) => playwrightCounts(await read('playwright'), ok);

/** Counts of Vitest's report; a test file that could not even be read counts as one failed test. */
export function vitestCounts(report, ok) {
  if (!report) return noReport;
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  );
  return settle(ok, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

/** Counts of Playwright's report; errors outside any test count as failed tests. */
export function playwrightCounts(report, ok) {
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
