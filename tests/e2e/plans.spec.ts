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

test('a plan is written by keyboard, reviewed, and stands on the pupil’s page', async () => {
  const { page } = running;
  const noComplaints = watchConsole(page);
  await openAt(page, 'support/plans');
  await expect(page.getByRole('table', { name: 'Open plans' })).toBeVisible();
  await page.getByRole('button', { name: 'Begin a plan' }).click();
  await page.getByRole('combobox', { name: 'Pupil' }).fill('baxter');
  await page
    .getByRole('option', { name: /baxter/i })
    .first()
    .click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'Write a plan' }).click();
  await expect(page.getByLabel('What is to be reached')).toBeFocused();
  await page.keyboard.type('In every lesson on time');
  await checked(page, 'new plan');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Not looked at yet', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Review the plan…' }).click();
  await page.getByRole('radio', { name: 'Partly' }).check();
  await page.getByLabel('What the review came to').fill('Better since the bus was changed');
  await page.getByRole('button', { name: 'Note the review' }).click();
  await expect(page.getByText('Better since the bus was changed')).toBeVisible();
  await checked(page, 'plan');
  await page.getByRole('link', { name: 'Pupil', exact: true }).click();
  const support = page.getByRole('region', { name: 'Support', exact: true });
  await expect(support.getByText('In every lesson on time')).toBeVisible();
  noComplaints();
});

test('a referral is refused without the parents, made when they agreed, and answered', async () => {
  const { page } = running;
  await openAt(page, 'support/referrals');
  await page.getByRole('button', { name: 'Refer a pupil' }).click();
  await page.getByRole('combobox', { name: 'Pupil' }).fill('baxter');
  await page
    .getByRole('option', { name: /baxter/i })
    .first()
    .click();
  await page.getByLabel('To', { exact: true }).selectOption({ label: 'Harbour Mentors' });
  await page.getByLabel('Why', { exact: true }).fill('Nobody at home in the afternoon');
  await page.getByLabel('What the school has done').fill('Homework club');
  await page.getByLabel('Parents', { exact: true }).selectOption({ label: 'Parents not asked' });
  await page.getByRole('button', { name: 'Refer the pupil' }).click();
  await expect(page.getByRole('alert')).toContainText('The parents must have agreed.');
  await checked(page, 'referral, refused');
  await page.getByLabel('Parents', { exact: true }).selectOption({ label: 'Parents agreed' });
  await page.getByRole('button', { name: 'Refer the pupil' }).click();
  await page.getByRole('radio', { name: 'Open' }).check();
  const row = page.getByRole('row').filter({ hasText: 'Harbour Mentors' }).filter({ hasText: 'Baxter' });
  await row.first().getByRole('cell').nth(1).click();
  await page.getByRole('button', { name: 'Note the answer…' }).click();
  await page.getByRole('radio', { name: 'Returned' }).check();
  await page.getByLabel('Why it came back').fill('Full until spring');
  await page.getByRole('button', { name: 'Note the answer', exact: true }).click();
  await expect(page.getByText('Full until spring')).toBeVisible();
  await page.getByRole('button', { name: 'Add an agency' }).click();
  await checked(page, 'agency');
  await page.keyboard.press('Escape');
});

test('a panel has its agenda from those proposed, and minutes by pupil with an action that is done', async () => {
  const { page } = running;
  await openAt(page, 'support/panel');
  await page.getByRole('button', { name: 'Call a panel' }).click();
  await page.getByLabel('Meets on').fill('today');
  await page.getByRole('button', { name: 'Call the panel' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Panel of Wed 12 November 2025' })).toBeVisible();
  await page
    .getByRole('button', { name: /^Put on/ })
    .first()
    .click();
  await page.getByRole('button', { name: /^Minutes…/ }).click();
  await page.getByLabel('What was said').fill('Heard the pupil and the mother.');
  await page.getByLabel('What was decided').fill('A mentor twice a week');
  await page.getByLabel(/^Who sees to it/).fill('Ms Reed');
  await page.getByLabel(/^By/).fill('28 11 25');
  await checked(page, 'minutes');
  await page.getByRole('button', { name: 'Save the minutes' }).click();
  await expect(page.getByText('A mentor twice a week')).toBeVisible();
  await page.getByRole('button', { name: 'It was held…' }).click();
  await page.getByRole('textbox', { name: 'Who was there' }).fill('Mrs Head, Ms Reed');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Note who was there' }).click();
  await expect(page.getByRole('button', { name: 'Minutes as PDF' })).toBeVisible();
  await page.getByRole('button', { name: /^Done/ }).click();
  await expect(page.getByText('Done Wed 12 November')).toBeVisible();
  await checked(page, 'panel, held');
});
