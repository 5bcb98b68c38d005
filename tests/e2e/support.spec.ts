import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessibleInBoth, expectNoOverflow, watchConsole } from './support/axe.ts';
import { invoke, launchDemonstration, openAt, workAs } from './support/demonstration.ts';
import { makeKeyboard } from './support/keyboard.ts';
import { answerDialogs, type RunningApp } from './support/launch.ts';

let running: RunningApp;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  running = await launchDemonstration('2025-11-12');
  await workAs(running.page, 'decider');
});

test.afterAll(() => running.close());

const checked = async (page: Page, what: string) => {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  // A message that goes while axe looks is paler than it is.
  const dismiss = page.getByRole('button', { name: 'Dismiss' });
  for (const one of await dismiss.all()) await one.click();
  await expect(dismiss).toHaveCount(0);
  await expectAccessibleInBoth(page, what);
  await expectNoOverflow(page, what);
};

test('Today lists what is due in support, each thing once, and leads to where it is done', async () => {
  const { page } = running;
  const noComplaints = watchConsole(page);
  await openAt(page, 'today');
  await expect(page.getByRole('heading', { name: /^Support: \d+ things to see to$/ })).toBeVisible();
  const due = page.getByRole('table', { name: 'What is due in support' });
  await page.getByRole('button', { name: /^Show all \d+$/ }).click();
  const { value } = await invoke(page, 'support.due', {});
  const { items } = value as { readonly items: readonly { readonly key: string; readonly to: string }[] };
  expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
  await expect(due.getByRole('row')).toHaveCount(items.length + 1);
  const ofRegister = items.findIndex(({ to }) => to.startsWith('/support/entries/'));
  await due
    .getByRole('row')
    .nth(ofRegister + 1)
    .getByRole('link')
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /at risk$/ })).toBeVisible();
  await page.getByRole('link', { name: 'Register', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Support' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Pupils on the at-risk register' })).toBeVisible();
  await page.getByRole('radio', { name: 'Signed off' }).check();
  await expect(page.getByRole('table', { name: 'Pupils who were signed off' })).toBeVisible();
  await page.getByRole('radio', { name: 'On the register' }).check();
  noComplaints();
});

test('by keys: a pupil gets a key worker of the list, a level, a meeting, is reassigned and signed off', async () => {
  const { page } = running;
  const keys = makeKeyboard(page);
  await page.getByRole('row').filter({ hasText: 'Nobody yet' }).first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: /at risk$/ })).toBeVisible();
  await keys.activate(page.getByRole('button', { name: 'Name a key worker' }));
  const form = page.getByRole('form', { name: 'Name the key worker' });
  await form.getByLabel('Key worker').selectOption({ label: 'Somebody who is not in the list yet' });
  await keys.fill(form.getByLabel('Name'), 'J Reed');
  await form.getByRole('button', { name: 'Name the key worker' }).click();
  await expect(page.getByText('J Reed is the key worker')).toBeVisible();
  await expect(page.getByText(/^Ms J. Reed, Learning Mentor/)).toBeVisible();

  await keys.activate(page.getByRole('button', { name: 'Change' }));
  await page.getByRole('radio', { name: 'High' }).check();
  await page.getByRole('checkbox', { name: 'Trusts an adult in school' }).check();
  await checked(page, 'level and factors');
  await keys.activate(page.getByRole('button', { name: 'Note', exact: true }));
  await expect(page.getByText('Level: High')).toBeVisible();

  await keys.activate(page.getByRole('button', { name: 'Note a meeting' }));
  const meeting = page.getByRole('form', { name: 'Note a meeting' });
  await keys.fill(meeting.getByLabel(/^For/), '30');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Ms J. Reed, 30 minutes/)).toBeVisible();

  await keys.activate(page.getByRole('button', { name: 'Reassign…' }));
  await keys.type('Late three times this week');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Reassigned by .*: Late three times this week/)).toBeVisible();
  await keys.activate(page.getByRole('button', { name: 'Sign off…' }));
  await page.getByLabel('Goes by').selectOption({ label: 'The period is over' });
  await keys.fill(page.getByLabel('Why the pupil is no longer at risk'), 'Moved to another school');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('the period is not over before');
  await checked(page, 'signing off');
  await page.getByLabel('Goes by').selectOption({ label: 'A decision' });
  await page.getByRole('button', { name: 'Sign off', exact: true }).click();
  await expect(page.getByText(/^Signed off by/)).toBeVisible();
});

test('key workers: a case load, nobody twice, and the pupils of one who leaves are handed over', async () => {
  const { page } = running;
  await openAt(page, 'support/key-workers');
  await page.getByRole('button', { name: 'Enter somebody' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Jane Reed');
  await page.getByRole('textbox', { name: 'Role' }).fill('Head of Year 8');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('this may be Ms J. Reed');
  await page.getByRole('checkbox', { name: 'This is somebody else' }).check();
  await page.getByRole('button', { name: 'Enter', exact: true }).click();
  await expect(page.getByText('Jane Reed is in the list')).toBeVisible();
  const loads = page.getByRole('table', { name: 'Key workers and their case loads' });
  await loads.getByRole('row').filter({ hasText: 'Mr P. Hall' }).click();
  await expect(page.getByRole('table', { name: 'Pupils of Mr P. Hall' })).toBeVisible();
  await page.getByRole('button', { name: 'Leaves…' }).click();
  await checked(page, 'handing over');
  await page.getByLabel('All pupils to').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Hand over' }).click();
  await expect(page.getByText('Mr P. Hall has left')).toBeVisible();
  await expect(page.getByText('1 person who left')).toBeVisible();
});

test('criteria and procedure, attendance from a file, and a pupil put on by hand', async () => {
  const { page } = running;
  await openAt(page, 'support/criteria');
  await page.getByLabel('Limit').fill('');
  await page.getByRole('button', { name: 'Save the criteria' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter a whole number from 1 to 100.');
  await page.getByLabel('Limit').fill('80');
  await page.getByLabel('Levels').selectOption({ label: 'Three tiers' });
  await page.getByLabel('Review every').fill('8');
  await page.getByRole('button', { name: 'Save the criteria' }).click();
  await expect(page.getByText('Criteria saved')).toBeVisible();

  await openAt(page, 'support');
  const { value } = await invoke(page, 'pupils.list', { limit: 2 });
  const { rows } = value as { readonly rows: readonly { readonly upn: string }[] };
  const file = join(running.data, 'attendance.csv');
  await page.getByRole('button', { name: 'Attendance from a file' }).click();
  for (const [second, says] of [
    ['eighty', 'No attendance was noted'],
    ['79.9', 'Comes on the register'],
  ] as const) {
    writeFileSync(
      file,
      `UPN,Attendance,Last day\n${rows[0]?.upn ?? ''},95,07/11/2025\n${rows[1]?.upn ?? ''},${second},07/11/2025\n`,
    );
    await answerDialogs(running, { open: [file] });
    await page.getByRole('button', { name: 'Choose the file…' }).click();
    await expect(page.getByText(says)).toBeVisible();
  }
  await checked(page, 'attendance from a file');
  await page.getByRole('button', { name: 'Note 2 figures' }).click();
  await expect(page.getByText('2 figures noted')).toBeVisible();

  await page.getByRole('button', { name: 'Note attendance' }).click();
  await expect(page.getByLabel('Attendance', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Add a pupil' }).click();
  await page.getByRole('button', { name: 'Put on the register' }).click();
  await expect(page.getByRole('alert')).toContainText('Choose the pupil.');
  await checked(page, 'put a pupil on the register');
});
