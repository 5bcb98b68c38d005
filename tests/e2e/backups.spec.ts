import { expect, test } from '@playwright/test';
import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flipBit, PAGE } from '../builders/flip-bit.ts';
import { invoke, loadDemonstration, openAt, workAs } from './support/demonstration.ts';
import { answerDialogs, launchApp } from './support/launch.ts';
import { expectAccessible } from './support/axe.ts';

test.setTimeout(400_000);

test('a backup is made, looked into, restored and undone; a damaged database is recovered before the shell', async () => {
  const running = await launchApp();
  const { page, data } = running;
  await loadDemonstration(page);
  await workAs(page, 'administrator');
  await openAt(page, 'settings/backups');
  await expectAccessible(page, 'backups');

  await page.getByRole('button', { name: 'Make a backup now' }).click();
  await expect(page.getByText('Backup made and checked')).toBeVisible();
  await expect(page.getByRole('contentinfo', { name: 'Status' }).getByText(/Last backup/)).toBeVisible();
  const stick = mkdtempSync(join(tmpdir(), 'first-day-stick-'));
  await answerDialogs(running, { open: [stick] });
  await page.getByRole('button', { name: 'Choose a folder', exact: true }).click();
  await expect(page.getByText('Works', { exact: true })).toBeVisible();
  await expectAccessible(page, 'second place');
  await page.screenshot({ path: test.info().outputPath('backups.png') });

  expect(
    await invoke(page, 'school.save-head', { name: 'Wrong Name', title: 'Head', fromDate: '2025-11-12' }),
  ).toBeDefined();
  await page.getByRole('button', { name: 'Look into it' }).first().click();
  await expect(page.getByText(/it can be restored/)).toBeVisible();
  await expectAccessible(page, 'preview');
  await page.screenshot({ path: test.info().outputPath('preview.png') });
  await page.getByRole('button', { name: 'Restore this backup' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Restore the backup' }).click();
  await expect(page.getByText('The backup was restored')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('restored.png') });
  await running.close();

  const database = join(data, 'first-day.db');
  const pages = statSync(database).size / PAGE;
  for (let page_ = 200; page_ < pages; page_ += 400) flipBit(database, page_);
  const again = await launchApp({ data });
  // The whole file is read soon after the window is there.
  await expect(again.page.getByRole('heading', { name: 'The records are damaged' })).toBeVisible({
    timeout: 60_000,
  });
  await again.page.getByRole('button', { name: 'See what can be recovered' }).click();
  await expect(again.page.getByText('The damaged file was read as far as it goes.')).toBeVisible({
    timeout: 120_000,
  });
  await expectAccessible(again.page, 'recovery');
  await again.page.screenshot({ path: test.info().outputPath('recovery.png') });
  await again.page.getByRole('button', { name: 'Recover the records' }).click();
  await expect(again.page.getByRole('heading', { name: 'The records were recovered' })).toBeVisible({
    timeout: 120_000,
  });
  await again.page.screenshot({ path: test.info().outputPath('recovered.png') });
  await again.page.getByRole('button', { name: 'Go on to the records' }).click();
  await expect(again.page.getByRole('navigation').first()).toBeVisible();
  expect(readdirSync(data).some((name) => name.startsWith('first-day.db.damaged-'))).toBe(true);
  await again.close();
});
