import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoOverflow, watchConsole } from './support/axe.ts';
import { invoke, loadDemonstration, openAt, workAs } from './support/demonstration.ts';
import { answerDialogs, launchApp, type RunningApp } from './support/launch.ts';

let running: RunningApp;

test.beforeAll(async () => {
  running = await launchApp({ today: '2026-11-23' });
  const { page } = running;
  await loadDemonstration(page);
  await workAs(page, 'authority');
  // The returns of the last census complete a second school year.
  await answerDialogs(running, { open: [mkdtempSync(join(tmpdir(), 'first-day-returns-'))] });
  const written = await invoke(page, 'authority.write-demonstration-returns', {});
  expect(written).toMatchObject({ ok: true });
  const { fileId } = written.value as { readonly fileId: string };
  expect(await invoke(page, 'authority.import', { fileIds: [fileId] })).toMatchObject({ ok: true });
});

test.afterAll(() => running.close());

for (const scheme of ['light', 'dark'] as const) {
  test(`schools are compared over two years, ${scheme}`, async () => {
    const { page } = running;
    const noComplaints = watchConsole(page);
    await page.emulateMedia({ colorScheme: scheme });
    await openAt(page, 'authority');
    await page.getByRole('link', { name: 'Compare schools' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Compare schools' })).toBeVisible();
    await page.getByText('Secondary', { exact: true }).click();
    await page.getByText('Incidents', { exact: true }).click();
    const changes = page.getByRole('table', { name: 'Change between school years' });
    await expect(changes.getByRole('row')).toHaveCount(2);
    await expect(changes).toContainText(/2024\/25 and 2025\/26.*\(n \d+\).*\(n \d+, \d+\)/);
    await expect(page.getByText('X, greatest reduction').first()).toBeVisible();
    await expect(page.getByText('O, least reduction').first()).toBeVisible();
    for (const tab of ['Means and change', 'Schools', 'Roll-up', 'Lengths by reason']) {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      await expectAccessible(page, `${tab}, ${scheme}`);
      await expectNoOverflow(page, `${tab}, ${scheme}`);
    }
    await page.getByRole('row', { name: /Physical assault against a pupil/ }).click();
    await expect(page.getByRole('heading', { name: 'Physical assault against a pupil' })).toBeVisible();
    await expectAccessible(page, `schools of a reason, ${scheme}`);
    await page.getByRole('tab', { name: 'Means and change', exact: true }).click();
    await page.getByText('Permanent', { exact: true }).click();
    await page.getByText('Primary', { exact: true }).click();
    await expect(page.getByText(/too few to average/)).toBeVisible();
    await expect(changes).toHaveCount(0);
    await expectAccessible(page, `permanent exclusions of primary schools, ${scheme}`);
    noComplaints();
  });
}
