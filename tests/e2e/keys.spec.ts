import { copyFileSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoOverflow, watchConsole } from './support/axe.ts';
import { invoke, openAt } from './support/demonstration.ts';
import { makeKeyboard } from './support/keyboard.ts';
import { launchApp } from './support/launch.ts';

test.setTimeout(300_000);

const NAME = 'Mrs A. Okafor';
const PASSWORD = 'four small brown kettles';

async function setUpSchool(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const result = await invoke(page, 'setup.create-school', {
    school: { laEstab: '8734001', name: 'Fenland Academy', phase: 'secondary' },
    headName: NAME,
    administrator: { name: NAME, password: PASSWORD },
    terms: [{ schoolYear: 2025, name: 'autumn', from: '2025-09-02', to: '2025-12-19' }],
    closures: [],
    sessionTimes: [
      { slot: 'am', starts: '08:45', ends: '12:15' },
      { slot: 'pm', starts: '13:05', ends: '15:15' },
    ],
  });
  expect(result).toMatchObject({ ok: true });
}

const groupsOn = (page: Page): Promise<string[]> =>
  page
    .getByRole('list', { name: /Recovery key/ })
    .locator('li > span:last-child')
    .allTextContents();

/** A new PC: the database and its keys, nothing of the account. */
function moveToNewPc(data: string): string {
  const there = mkdtempSync(join(tmpdir(), 'first-day-new-pc-'));
  for (const name of readdirSync(data).filter((one) => one.startsWith('first-day.db')))
    copyFileSync(join(data, name), join(there, name));
  return there;
}

test('the recovery sheet is printed at set-up and opens the records on a new PC, by keyboard alone', async () => {
  const first = await launchApp();
  const { page, data } = first;
  const keys = makeKeyboard(page);
  const noComplaints = watchConsole(page);
  let printed: string[] = [];

  await test.step('set up: the sheet comes before the first record', async () => {
    await setUpSchool(page);
    await expect(page.getByRole('heading', { level: 1, name: 'Print your recovery sheet' })).toBeVisible();
    await expectAccessible(page, 'before the sheet');
    await expect(page.getByRole('button', { name: 'Make the recovery sheet' })).toBeFocused();
    await keys.press('Enter');
    await expect(page.getByRole('button', { name: 'Print the recovery sheet' })).toBeVisible();
    printed = await groupsOn(page);
    expect(printed).toHaveLength(7);
    await expectAccessible(page, 'the sheet');
    await expectNoOverflow(page, 'the sheet');
    await page.screenshot({ path: 'test-results/keys-sheet.png' });
    await page.emulateMedia({ media: 'print' });
    await page.screenshot({ path: 'test-results/keys-sheet-print.png', fullPage: true });
    await expect(page.getByText('Recovery sheet of First Day')).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
  });

  await test.step('wrong groups, then the right ones', async () => {
    const fields = page.getByRole('textbox', { name: /^Group \d$/ });
    await keys.to(fields.first());
    await keys.type('ZZZZZ');
    await keys.press('Enter');
    await expect(page.getByText('There is a problem')).toBeVisible();
    await expectAccessible(page, 'wrong groups');
    for (const field of await fields.all()) {
      const number = Number(/\d/.exec((await field.getAttribute('name')) ?? '')?.[0]);
      await keys.fill(field, (printed[number - 1] ?? '').toLowerCase());
    }
    await keys.press('Enter');
    await expect(page.getByRole('navigation').first()).toBeVisible();
  });

  await test.step('Settings, Keys', async () => {
    expect(await invoke(page, 'session.work-as', { role: 'administrator' })).toMatchObject({ ok: true });
    await openAt(page, 'settings/keys');
    await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
    await expectAccessible(page, 'keys');
    await expectNoOverflow(page, 'keys');
    await page.screenshot({ path: 'test-results/keys-page.png', fullPage: true });
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page, 'keys, dark');
    await page.screenshot({ path: 'test-results/keys-page-dark.png' });
    await page.emulateMedia({ colorScheme: 'light' });
  });
  noComplaints();
  await first.close();

  await test.step('on a new PC the sheet opens the records', async () => {
    const second = await launchApp({ data: moveToNewPc(data) });
    const theirs = makeKeyboard(second.page);
    await expect(second.page.getByRole('heading', { level: 1, name: 'Open the records' })).toBeVisible();
    await expectAccessible(second.page, 'locked');
    await expectNoOverflow(second.page, 'locked');
    await second.page.screenshot({ path: 'test-results/keys-unlock.png' });
    expect(await invoke(second.page, 'pupils.list', {})).toMatchObject({
      ok: false,
      error: { code: 'not-open' },
    });
    await theirs.to(second.page.getByRole('radio', { name: 'Name and password' }), 'Shift+Tab');
    await theirs.press('ArrowRight');
    const field = second.page.getByRole('textbox', { name: 'Recovery key' });
    await theirs.fill(field, printed.slice(0, 6).join(' '));
    await theirs.press('Enter');
    await expect(second.page.getByText(/A character is missing/).first()).toBeVisible();
    await expectAccessible(second.page, 'wrong key');
    await theirs.fill(field, printed.join(' ').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l'));
    await theirs.press('Enter');
    await expect(second.page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    await second.close();
  });

  await test.step('a password opens them too, and signs in', async () => {
    const third = await launchApp({ data });
    const theirs = makeKeyboard(third.page);
    await theirs.fill(third.page.getByRole('textbox', { name: 'Your name' }), 'mrs a okafor');
    await theirs.fill(third.page.getByLabel('Password', { exact: true }), PASSWORD);
    await theirs.press('Enter');
    await expect(third.page.getByRole('banner')).toContainText(NAME);
    await third.close();
  });
});
