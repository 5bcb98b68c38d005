import { expect, test, type Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessibleInBoth, expectNoOverflow, watchConsole } from './support/axe.ts';
import { invoke, launchDemonstration, openAt, workAs } from './support/demonstration.ts';
import { answerDialogs, launchApp, type RunningApp } from './support/launch.ts';

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

/** A pupil who is out today: there is much on record. */
const pupilWithRecord = async (page: Page): Promise<string> => {
  const { value } = await invoke(page, 'today.get', {});
  const { out } = value as { out: { pupilId: string }[] };
  expect(out.length).toBeGreaterThan(0);
  return out[0]?.pupilId ?? '';
};

const reload = async () => {
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload());
  await expect(running.page.locator('main').getByRole('heading', { level: 1 })).toBeVisible();
};

test('Settings, Privacy shows what is due; a record is kept longer, and a time is changed with the reason', async () => {
  const { page } = running;
  const noComplaints = watchConsole(page);
  await openAt(page, 'settings/privacy');
  await expect(page.getByRole('heading', { name: 'Pupils to review' })).toBeVisible();
  await checked(page, 'privacy');
  await page.getByRole('button', { name: 'Keep longer…' }).first().click();
  await page.getByLabel('Why').fill('A claim is open.');
  await checked(page, 'keeping longer');
  await page.getByRole('button', { name: 'Keep it longer' }).click();
  await expect(page.getByText('A claim is open.')).toBeVisible();
  await page.getByRole('button', { name: 'Change how long: People to tell' }).click();
  await page.getByLabel('Months').fill('24');
  await page.getByLabel('Why').fill('Our policy of 2025.');
  await checked(page, 'changing a time');
  await page.getByRole('button', { name: 'Change the time' }).click();
  await expect(page.getByText('2 years after the last day on roll')).toBeVisible();
  noComplaints();
});

test('lists show initials once it is set, and one key shows the names of a list', async () => {
  const { page } = running;
  await openAt(page, 'settings/privacy');
  await page.getByLabel('Initials in place of names in lists').check();
  await openAt(page, 'pupils');
  const first = page.getByRole('table').getByRole('row').nth(1);
  await expect(first).toContainText(/\b[A-Z]\. [A-Z]\./);
  const hidden = await first.textContent();
  await page.keyboard.press('Control+Shift+L');
  await expect(first).not.toContainText(/^[A-Z]\. [A-Z]\./);
  expect(await first.textContent()).not.toBe(hidden);
  await page.keyboard.press('Control+Shift+L');
  await expect(first).toHaveText(hidden ?? '');
  await checked(page, 'a list with initials');
  expect(await invoke(page, 'privacy.set-display', { initialsInLists: false })).toMatchObject({ ok: true });
});

test('everything held about a pupil is read through and written', async () => {
  const { page, data } = running;
  await openAt(page, `pupils/${await pupilWithRecord(page)}`);
  await page.getByRole('button', { name: 'Privacy of this pupil' }).click();
  await page.getByRole('menuitem', { name: /^Everything held about/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Everything held about/ })).toBeVisible();
  await checked(page, 'everything held');
  await page.getByLabel('Leave it out').first().check();
  await page.getByRole('button', { name: 'Write the file…' }).click();
  await expect(page.getByText('Give the reason of each text that is left out.')).toBeVisible();
  await page.getByLabel('Why it is left out').fill('It is about another pupil.');
  const file = join(data, 'held.zip');
  await answerDialogs(running, { save: file });
  await page.getByRole('button', { name: 'Write the file…' }).click();
  await expect(page.getByText('held.zip written')).toBeVisible();
  expect(existsSync(file)).toBe(true);
});

test('a pupil on the roll cannot be erased, and one whose time is over can, by typing the surname', async () => {
  const { page } = running;
  await openAt(page, `pupils/${await pupilWithRecord(page)}/erase`);
  await expect(page.getByText('It cannot be erased now')).toBeVisible();
  await checked(page, 'erasing, refused');
  const { value } = await invoke(page, 'privacy.review', {});
  const { pupils } = value as {
    pupils: { pupilId: string; name: string; kind: string; blocked: string[] }[];
  };
  const due = pupils.find(({ kind, blocked }) => kind === 'roll-entry' && blocked.length === 0);
  expect(due).toBeDefined();
  await openAt(page, `pupils/${due?.pupilId ?? ''}/erase`);
  await page.getByRole('button', { name: 'Erase…' }).click();
  await checked(page, 'erasing');
  await page.getByLabel('The pupil’s surname, to be sure').fill('Somebody else');
  await page.getByLabel('Why').fill('The time is over.');
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByText('This is not the pupil’s surname.')).toBeVisible();
  await page.getByLabel('The pupil’s surname, to be sure').fill(due?.name.split(',')[0] ?? '');
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Privacy' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Erasures' })).toContainText('The time is over.');
});

test('what was typed into a form is there again after the window was reloaded, and after it crashed', async () => {
  const { app, page } = running;
  const pupilId = await pupilWithRecord(page);
  await openAt(page, `pupils/${pupilId}`);
  const panel = page.getByRole('region', { name: 'Whom to tell' });
  const open = () => panel.getByRole('button', { name: 'Add', exact: true }).click();
  const kept = async () =>
    ((await invoke(page, 'forms.kept', { key: `contact/${pupilId}/new` })).value as { values?: string })
      .values;
  await open();
  await panel.getByLabel('Name', { exact: true }).fill('Mrs H. Halfway');
  await panel.getByLabel('Address').fill('12 Unfinished Street');
  await expect.poll(kept).toContain('12 Unfinished Street');
  await reload();
  await open();
  await expect(panel.getByLabel('Name', { exact: true })).toHaveValue('Mrs H. Halfway');
  await expect(panel.getByLabel('Address')).toHaveValue('12 Unfinished Street');
  // Given up: the next form is empty, and nothing is kept any more.
  await panel.getByLabel('Address').press('Escape');
  await expect(panel.getByLabel('Address')).toHaveCount(0);
  await expect.poll(kept).toBeUndefined();
  await open();
  await panel.getByLabel('Address').fill('13 Crash Corner');
  await expect.poll(kept).toContain('13 Crash Corner');
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  // The test's own view of the page does not outlive the crash: the new window is asked through main.
  const ask = `window.firstDay.invoke('forms.kept', { key: 'contact/${pupilId}/new' }).then((one) => one.value.values)`;
  await expect
    .poll(
      () =>
        app.evaluate(
          ({ BrowserWindow }, code) =>
            Promise.race([
              BrowserWindow.getAllWindows()[0]
                ?.webContents.executeJavaScript(code)
                .catch(() => ''),
              new Promise<string>((resolve) => setTimeout(() => resolve(''), 1000)),
            ]) as Promise<string | undefined>,
          ask,
        ),
      { timeout: 20_000 },
    )
    .toContain('13 Crash Corner');
  await running.close();
});

test('the curtain draws itself when a screen is connected', async () => {
  running = await launchApp({ today: '2025-11-12', data: running.data });
  const { app, page } = running;
  await expect(page.locator('main').getByRole('heading', { level: 1 })).toBeVisible();
  await openAt(page, 'pupils');
  const first = page.getByRole('table').getByRole('row').nth(1);
  await expect(first).toBeVisible();
  const shown = await first.textContent();
  await app.evaluate(({ screen }) => screen.emit('display-added', {}, {}));
  await expect(page.getByText('Names are hidden')).toBeVisible();
  await expect(first).toContainText(/[A-Z]\. [A-Z]\./);
  expect(await first.textContent()).not.toBe(shown);
});
