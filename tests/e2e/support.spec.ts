import { expect, test, type Page } from '@playwright/test';
import { expectAccessibleInBoth, expectNoOverflow, watchConsole } from './support/axe.ts';
import { launchDemonstration, openAt, workAs } from './support/demonstration.ts';
import type { RunningApp } from './support/launch.ts';

let running: RunningApp;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  running = await launchDemonstration('2025-11-12');
  await workAs(running.page, 'decider');
});

test.afterAll(() => running.close());

const checked = async (page: Page, what: string) => {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await expectAccessibleInBoth(page, what);
  await expectNoOverflow(page, what);
};

test('Today says what the at-risk register asks for, and leads there', async () => {
  const { page } = running;
  const noComplaints = watchConsole(page);
  await openAt(page, 'today');
  await expect(page.getByText(/^Pupils at risk: .*(review|met)/)).toBeVisible();
  await checked(page, 'today');
  await page.getByRole('link', { name: 'Open the at-risk register' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Support' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Pupils on the at-risk register' })).toBeVisible();
  await checked(page, 'support');
  await page.getByRole('radio', { name: 'Signed off' }).check();
  await expect(page.getByRole('table', { name: 'Pupils who were signed off' })).toBeVisible();
  await checked(page, 'support, signed off');
  await page.getByRole('radio', { name: 'On the register' }).check();
  noComplaints();
});

test('a pupil gets the suggested key worker, meets them, is reassigned and signed off', async () => {
  const { page } = running;
  await page
    .getByRole('row')
    .filter({ hasText: 'Nobody yet' })
    .filter({ hasText: 'Learning Mentor' })
    .first()
    .getByRole('link')
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /at risk$/ })).toBeVisible();
  await page.getByRole('button', { name: 'Name a key worker' }).click();
  await expect(page.getByLabel('Role')).toHaveValue('Learning Mentor');
  await page.getByLabel('Name', { exact: true }).fill('Ms Reed');
  await checked(page, 'naming a key worker');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Ms Reed, Learning Mentor')).toBeVisible();
  await page.getByRole('button', { name: 'Note a meeting' }).click();
  await page
    .getByRole('form', { name: 'Note a meeting' })
    .getByRole('button', { name: 'Note the meeting' })
    .click();
  await expect(page.getByText(/, Ms Reed$/)).toBeVisible();
  await page.getByRole('button', { name: 'Reassign…' }).click();
  await page.getByLabel('Why the pupil is still at risk').fill('Late three times this week');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Reassigned by .*: Late three times this week/)).toBeVisible();
  await page.getByRole('button', { name: 'Sign off…' }).click();
  await page.getByLabel('Why the pupil is no longer at risk').fill('Moved to another school');
  await checked(page, 'signing off');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Signed off by/)).toBeVisible();
  await checked(page, 'signed off');
});

test('the criteria, a figure of attendance and a pupil noted by hand', async () => {
  const { page } = running;
  await openAt(page, 'support');
  await page.getByRole('button', { name: 'Criteria' }).click();
  await page.getByLabel('Limit').fill('');
  await page.getByRole('button', { name: 'Save the criteria' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter a whole number from 1 to 100.');
  await checked(page, 'criteria, refused');
  await page.getByLabel('Limit').fill('80');
  await page.getByRole('button', { name: 'Save the criteria' }).click();
  await expect(page.getByText('Criteria saved')).toBeVisible();

  await page.getByRole('button', { name: 'Note attendance' }).click();
  await checked(page, 'note attendance');
  await page.getByRole('combobox', { name: 'Pupil' }).fill('baxter');
  await page
    .getByRole('option', { name: /baxter/i })
    .first()
    .click();
  await page.getByLabel('Attendance', { exact: true }).fill('79');
  await page.getByRole('button', { name: 'Note the attendance' }).click();
  await expect(page.getByText('Attendance 79% on 12 November, below 80%')).toBeVisible();

  await page.getByRole('button', { name: 'Add a pupil' }).click();
  await checked(page, 'put a pupil on the register');
  await page.getByRole('button', { name: 'Put on the register' }).click();
  await expect(page.getByRole('alert')).toContainText('Choose the pupil.');
});
