import { expect, test } from '@playwright/test';
import { loadDemonstration, openAt } from './support/demonstration.ts';
import { launchApp, type RunningApp } from './support/launch.ts';

let running: RunningApp;

test.beforeAll(async () => {
  running = await launchApp({ today: '2026-11-23' });
  await loadDemonstration(running.page);
});

test.afterAll(() => running.close());

test('Enter pressed faster than the answer takes the first of that answer, never of an older list', async () => {
  const { page } = running;
  await openAt(page, 'record');
  const pupil = page.getByRole('combobox', { name: 'Pupil' });
  await pupil.focus();
  await page.keyboard.type('a');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.type('sante');
  await page.keyboard.press('Enter');
  await expect(pupil).toHaveValue(/Asante/);

  await page.getByRole('combobox', { name: 'Reasons' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.type('VA');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('list', { name: 'Reasons chosen' })).toContainText('VA Verbal abuse');
});

test('Enter with nothing to find chooses nothing and says so', async () => {
  const { page } = running;
  await openAt(page, 'record');
  const pupil = page.getByRole('combobox', { name: 'Pupil' });
  await pupil.focus();
  await page.keyboard.type('zzzzz');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Nothing found for “zzzzz”/)).toBeVisible();
  await expect(pupil).toHaveValue('zzzzz');
});
