import { expect, test } from '@playwright/test';
import { expectAccessible, watchConsole } from './support/axe.ts';
import { launchDemonstration, openAt, permanentCase } from './support/demonstration.ts';
import { makeKeyboard, type Keyboard } from './support/keyboard.ts';
import type { RunningApp } from './support/launch.ts';
import { checkAndIssue, recordExclusion } from './support/main-job.ts';

let running: RunningApp;
let keys: Keyboard;

test.beforeEach(async () => {
  running = await launchDemonstration('2026-11-23');
  keys = makeKeyboard(running.page);
});

test.afterEach(() => running.close());

test.setTimeout(120_000);

const issueOne = async () => {
  await recordExclusion(running.page, keys, {
    search: 'draycott',
    pupil: 'Draycott',
    account: 'Threw a chair in the dining hall at the end of lunch.',
    starts: '7/12/2026',
    days: '2.5',
    reason: 'DB',
    decidedBy: 'Mrs H Okafor-Lindqvist',
  });
  await checkAndIssue(running.page, keys);
};

test('from the issued case to the letter sent, and on to the next one, with the keyboard alone', async () => {
  const { page } = running;
  const noComplaints = watchConsole(page);
  await issueOne();
  await expectAccessible(page, 'the case just issued');
  const before = keys.count();
  await keys.press('l');
  const places = page.getByRole('textbox', { name: /The place, times/ });
  await expect(places).toBeFocused();
  await expectAccessible(page, 'letter with gaps');
  await expect(page.getByText(/It cannot go yet/).first()).toBeVisible();
  await keys.type('The Boathouse, 9.30 am, Ms Hale.');
  await expect(page.getByRole('article')).toContainText('The Boathouse, 9.30 am, Ms Hale.');
  await expect(page.getByText(/^Kept at/)).toBeVisible();
  await keys.press('Control+Enter');
  const next = page.getByRole('region', { name: 'Next' });
  await expect(next.locator(':focus')).toHaveText(/Open the letter/);
  await expect(next).toContainText('Notice to the local authority');
  test
    .info()
    .annotations.push({ type: 'keys', description: `letter sent with ${keys.count() - before} keys` });

  await page.getByRole('tab', { name: /Letters/ }).click();
  await expectAccessible(page, 'letters of the case');
  await page.getByRole('link', { name: /See it as it was sent/ }).click();
  await expect(page.getByText('As it was sent', { exact: true })).toBeVisible();
  await expect(page.getByRole('article')).toContainText('The Boathouse, 9.30 am, Ms Hale.');
  await expectAccessible(page, 'letter as it was sent');
  noComplaints();
});

test('a duty is noted as done on Today and taken back, and the focus is never lost', async () => {
  const { page } = running;
  await issueOne();
  await openAt(page, 'today');
  const row = page
    .getByRole('listitem')
    .filter({ hasText: /in person or by phone/ })
    .filter({ hasText: 'from Mon 7 December' });
  await row.getByRole('button', { name: /Note as done/ }).click();
  await expect(page.getByRole('textbox', { name: 'How' })).toHaveValue('By telephone');
  await expectAccessible(page, 'noting a duty');
  await page.keyboard.press('Escape');
  await expect(row.getByRole('button', { name: /Note as done/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'How' }).press('Enter');
  const undo = page
    .getByRole('region', { name: 'Done today' })
    .getByRole('button', { name: /^Undo.*in person or by phone.*Draycott/ });
  await expect(undo).toBeVisible();
  await expect(page.locator('body')).not.toBeFocused();
  await undo.click();
  await expect(row.getByRole('button', { name: /Note as done/ })).toBeVisible();
  await expect(page.locator('body')).not.toBeFocused();
});

test('a decision to reinstate has a day of its own, and the first session back after it', async () => {
  const { page } = running;
  await openAt(page, `record?exclusion=${await permanentCase(page)}&tab=course`);
  await page.getByRole('button', { name: /governing board decided/ }).click();
  await expect(page.getByRole('textbox', { name: 'First day back' })).toBeHidden();
  await page.getByRole('combobox', { name: 'Outcome' }).selectOption({ label: 'Pupil reinstated' });
  // The next school day after the day of the decision.
  await expect(page.getByRole('textbox', { name: 'First day back' })).not.toHaveValue('');
  await expectAccessible(page, 'recording a decision to reinstate');
  await page.getByRole('button', { name: 'Record it' }).click();
  await expect(page.getByText(/the pupil is reinstated, back from/).first()).toBeVisible();
});

test('what is recorded in a case moves it on, and what is not possible says why', async () => {
  const { page } = running;
  await openAt(page, `record?exclusion=${await permanentCase(page)}&tab=course`);
  await page.getByRole('button', { name: /made representations/ }).click();
  await expectAccessible(page, 'recording an event');
  await page.getByRole('button', { name: 'Record it' }).click();
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: /made representations/ })
      .first(),
  ).toContainText('Recorded by');
  await page.getByText(/not possible now/).click();
  await expectAccessible(page, 'course of the case');
  await page.getByRole('button', { name: 'Cancel it' }).click();
  await page.getByRole('textbox', { name: 'Why' }).fill('Facts that were not known.');
  await page.getByRole('button', { name: /^Cancel the permanent exclusion/ }).click();
  await expect(page.getByRole('dialog', { name: /Cancel the permanent exclusion/ })).toBeVisible();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Cancel the permanent/ })
    .click();
  await expect(page.getByText(/^Cancelled on [A-Z]/).first()).toBeVisible();
});
