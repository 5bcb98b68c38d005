import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoOverflow } from './support/axe.ts';
import { invoke, launchDemonstration, openAt, workAs } from './support/demonstration.ts';
import type { RunningApp } from './support/launch.ts';

const PUPIL = 'demo-pupil-0693';

let running: RunningApp;

test.beforeAll(async () => {
  running = await launchDemonstration('2026-11-23');
});

test.afterAll(() => running.close());

test('the audit trail is read, narrowed down, opened by the keyboard and checked', async () => {
  const { page } = running;
  await workAs(page, 'administrator');
  expect(
    await invoke(page, 'pupils.set-earlier-half-days', {
      pupilId: PUPIL,
      schoolYear: 2026,
      term: 'autumn',
      halfDays: 3,
      source: 'Letter of the school before',
    }),
  ).toMatchObject({ ok: true });
  await openAt(page, `pupils/${PUPIL}`);
  await workAs(page, 'decider');
  await openAt(page, 'settings/audit');
  const trail = page.getByRole('table', { name: /The audit trail/ });
  await expect(trail.getByText('looked at a pupil’s record').first()).toBeVisible();
  await page.getByLabel('Area').selectOption('pupils');
  await page.getByLabel('Outcome').selectOption('done');
  await expect(trail.getByRole('row')).toHaveCount(2);
  await trail.getByRole('row').nth(1).focus();
  await page.keyboard.press('Enter');
  const kept = page.getByRole('table', { name: 'What the row keeps' });
  await expect(kept.getByText('Letter of the school before')).toBeVisible();
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await expectAccessible(page, `audit trail, ${scheme}`);
  }
  await expectNoOverflow(page, 'audit trail');
  await page.screenshot({ path: 'test-results/audit-trail.png' });
  await page.getByRole('button', { name: 'Check the trail' }).click();
  await expect(page.getByText('The audit trail is whole')).toBeVisible();
  await page.keyboard.press('Control+Shift+H');
  await expect(page.getByText('Hidden by the privacy curtain.')).toBeVisible();
  await page.keyboard.press('Control+Shift+H');
});

test('a pupil’s page says who did what, and printing it is told', async () => {
  const { page } = running;
  await openAt(page, `pupils/${PUPIL}`);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const panel = page.getByRole('table', { name: /The audit trail of this pupil/ });
  await expect(panel.getByText('recorded days of exclusion at an earlier school')).toBeVisible();
  await expect(panel.getByText('printed a screen')).toBeVisible();
  await expectAccessible(page, 'pupil');
  await page.screenshot({ path: 'test-results/who-did-what.png', fullPage: true });
});
