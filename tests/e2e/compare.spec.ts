import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible, expectAccessibleInBoth, expectNoOverflow, watchConsole } from './support/axe.ts';
import { invoke, launchDemonstration, openAt, workAs } from './support/demonstration.ts';
import { answerDialogs, type RunningApp } from './support/launch.ts';

let running: RunningApp;

test.beforeAll(async () => {
  running = await launchDemonstration('2026-11-23');
  const { page } = running;
  await workAs(page, 'authority');
  // The returns of the last census complete a second school year.
  await answerDialogs(running, { open: [mkdtempSync(join(tmpdir(), 'first-day-returns-'))] });
  const written = await invoke(page, 'authority.write-demonstration-returns', {});
  expect(written).toMatchObject({ ok: true });
  const { fileId } = written.value as { readonly fileId: string };
  expect(await invoke(page, 'authority.import', { fileIds: [fileId] })).toMatchObject({ ok: true });
});

test.afterAll(() => running.close());

test('schools are compared over years, in light and in dark', async () => {
  test.slow();
  const { page } = running;
  const noComplaints = watchConsole(page);
  await openAt(page, 'authority');
  await page.getByRole('link', { name: 'Compare schools' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Compare schools' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Place' })).toBeVisible();
  await expectAccessibleInBoth(page, 'comparison');
  await expectNoOverflow(page, 'comparison');
  await page.getByRole('tab', { name: 'Years and change', exact: true }).click();
  const changes = page.getByRole('table', { name: 'Change between school years' });
  await expect(changes).toContainText(/2024\/25 and 2025\/26.*\(n \d+\).*\(n \d+, \d+\)/);
  await expect(page.getByText('X, greatest reduction').first()).toBeVisible();
  await expect(page.getByText('O, least reduction').first()).toBeVisible();
  await expectAccessibleInBoth(page, 'years');
  await page.getByLabel('Measure').selectOption('permanent');
  await page.getByLabel('Phase').selectOption('primary');
  await expect(page.getByText(/too few to average/)).toBeVisible();
  await expect(changes).toHaveCount(0);
  await expectAccessibleInBoth(page, 'permanent exclusions of primary schools');
  for (const tab of ['Groups and reasons', 'Roll-up', 'Lengths by reason']) {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    await expectAccessibleInBoth(page, tab);
    await expectNoOverflow(page, tab);
  }
  await page.getByLabel('Phase').selectOption('secondary');
  await page.getByRole('row', { name: /Physical assault against a pupil/ }).click();
  await expect(page.getByRole('heading', { name: 'Physical assault against a pupil' })).toBeVisible();
  await expectAccessibleInBoth(page, 'schools of a reason');
  noComplaints();
});

test('from the worst row to a school, its pupils, and a pupil, by keyboard; and a file of each kind', async () => {
  const { page } = running;
  await workAs(page, 'authority');
  await openAt(page, 'authority');
  await openAt(page, 'authority/compare');
  await page.getByLabel('By', { exact: true }).selectOption('phase');
  await page.getByRole('row', { name: /Secondary schools/ }).focus();
  await page.keyboard.press('Enter');
  const row = page.getByRole('row', { name: /Ottermead Academy/ });
  await row.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Ottermead Academy' })).toBeVisible();
  await expectAccessible(page, 'a school');
  for (const tab of ['Groups and reasons', 'Lengths by reason', 'Files received', 'Pupils']) {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    await expectAccessible(page, `a school, ${tab}`);
    await expectNoOverflow(page, `a school, ${tab}`);
  }
  await page.getByRole('table').getByRole('row').nth(1).click();
  await expect(page.getByText(/All exclusions that count, whichever school returned them/)).toBeVisible();
  const folder = mkdtempSync(join(tmpdir(), 'first-day-figures-'));
  for (const format of ['xlsx', 'csv', 'pdf'] as const) {
    await answerDialogs(running, { save: join(folder, `figures.${format}`) });
    const view = { kind: 'comparison', measure: 'incidents', phase: 'secondary' };
    expect(await invoke(page, 'authority.export-comparison', { format, view })).toMatchObject({ ok: true });
  }
  expect(readFileSync(join(folder, 'figures.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
});
