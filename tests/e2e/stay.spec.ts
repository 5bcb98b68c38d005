import { existsSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoOverflow, watchConsole } from './support/axe.ts';
import { invoke, launchDemonstration, openAt, workAs } from './support/demonstration.ts';
import { makeKeyboard } from './support/keyboard.ts';
import { answerDialogs, type RunningApp } from './support/launch.ts';

const TODAY = '2026-11-23';
/** Asks for papers before a pupil starts, and for a report afterwards. */
const PRU = 'pru';

let running: RunningApp;

test.beforeEach(async () => {
  running = await launchDemonstration(TODAY);
  await workAs(running.page, 'decider');
});

test.afterEach(() => running.close());

async function ask<Value>(page: Page, operation: string, input: object): Promise<Value> {
  const result = await invoke(page, operation, input);
  expect(result, operation).toMatchObject({ ok: true });
  return result.value as Value;
}

interface Booked {
  readonly placementId: string;
  readonly name: string;
}

/** Books today's sessions of somebody who waits at the referral unit. */
async function bookAtUnit(page: Page): Promise<Booked> {
  const { waiting } = await ask<{ waiting: readonly { exclusionId: string; name: string }[] }>(
    page,
    'places.queue',
    {},
  );
  for (const { exclusionId, name } of waiting) {
    const { sessions } = await ask<{
      sessions: readonly { date: string; slot: string; place?: unknown }[];
    }>(page, 'places.itinerary', { exclusionId });
    const today = sessions.filter(({ date, place }) => date === TODAY && place === undefined);
    if (today.length < 2) continue;
    const { placementId } = await ask<{ placementId: string }>(page, 'places.book', {
      exclusionId,
      providerId: PRU,
      sessions: today.map(({ date, slot }) => ({ date, slot })),
      escorts: [{ date: TODAY, name: 'Mr L Fennimore' }],
      override: { reason: 'Agreed by telephone' },
    });
    return { placementId, name };
  }
  throw new Error('Nobody waits for both sessions of today');
}

const row = (page: Page, name: string, session: 'Morning' | 'Afternoon') =>
  page.getByRole('table', { name: new RegExp(session) }).getByRole('row', { name: new RegExp(name) });

test('a stay is marked on the register, its papers noted, and its report finished and written', async () => {
  test.slow();
  const { page } = running;
  const noComplaints = watchConsole(page);
  const { placementId, name } = await bookAtUnit(page);
  const file = join(mkdtempSync(join(tmpdir(), 'first-day-report-')), 'report.pdf');

  await openAt(page, `places/register?provider=${PRU}`);
  await expectAccessible(page, 'Day register');
  await expectNoOverflow(page, 'Day register');
  const morning = row(page, name, 'Morning');
  await expect(morning).toContainText('Missing: ');
  await expect(morning).toContainText('With Mr L Fennimore');

  // Papers bar the pupil: a role that may says why the pupil is let in all the same.
  await morning.focus();
  await page.keyboard.press('p');
  const why = page.getByRole('textbox', { name: /let in all the same/ });
  await expect(why).toBeFocused();
  await expectAccessible(page, 'Day register, letting in');
  await why.fill('The school sends the papers at noon');
  await page.keyboard.press('Enter');
  await expect(morning).toContainText('Attended');
  await expect(morning).toBeFocused();

  // Late in the afternoon, with the keyboard alone.
  const afternoon = row(page, name, 'Afternoon');
  await afternoon.focus();
  await page.keyboard.press('l');
  await expect(page.getByRole('textbox', { name: /Came at/ })).toBeFocused();
  await page.keyboard.type('1.10 pm');
  await page.getByLabel('Reason').selectOption({ label: 'Transport did not come' });
  await page.getByLabel('Reason').press('Enter');
  await page.getByRole('button', { name: 'Mark', exact: true }).click();
  await expect(afternoon).toContainText('came 1.10 pm: transport did not come');

  // The others of the morning at once.
  await page.getByRole('button', { name: /as attended ?, morning/ }).click();
  await expect(page.getByRole('table', { name: /Morning/ })).not.toContainText('Not marked');

  await openAt(page, `places/stays/${placementId}`);
  await expectAccessible(page, 'Stay');
  await expectNoOverflow(page, 'Stay');
  await expect(page.getByText('Attended 2 of 2 marked, late 1 time')).toBeVisible();
  const before = page.getByRole('region', { name: 'Before the pupil comes' });
  const left = await before.getByRole('button', { name: /^Done…/ }).count();
  await before
    .getByRole('button', { name: /^Done…/ })
    .first()
    .click();
  await expectAccessible(page, 'Stay, noting a paper');
  await page.getByRole('button', { name: 'Note as done' }).click();
  await expect(before.getByRole('button', { name: /^Done…/ })).toHaveCount(left - 1);

  await page.getByRole('button', { name: /^Write it/ }).click();
  const work = page.getByRole('textbox', { name: 'Work' });
  await expect(work).toBeFocused();
  await work.fill('Finished two units of mathematics.');
  await page.getByRole('textbox', { name: 'Behaviour' }).fill('Calm and polite throughout.');
  await page.getByRole('textbox', { name: 'Next steps' }).fill('Meet the form tutor on the first day back.');
  await page.getByRole('button', { name: 'Finish the report' }).click();
  await expect(page.getByText(/^Finished Mon 23 November 2026/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Change the report…' })).toBeVisible();
  await expectAccessible(page, 'Stay, report finished');

  await answerDialogs(running, { save: file });
  await page.getByRole('button', { name: 'PDF' }).click();
  await expect.poll(() => existsSync(file) && statSync(file).size > 1000, { timeout: 20_000 }).toBe(true);
  noComplaints();
});

test('the register is moved through and marked with single keys', async () => {
  const { page } = running;
  const keys = makeKeyboard(page);
  await openAt(page, 'places/register?provider=internal-unit');
  const rows = page.locator('tr[data-place]');
  await keys.to(rows.first());
  await keys.press('p');
  await expect(rows.nth(1)).toBeFocused();
  await keys.press('a');
  await expect(rows.first()).toContainText('Attended');
  await expect(rows.nth(1)).toContainText('Absent');
  await expect(rows.nth(2)).toBeFocused();
  await keys.press('ArrowUp');
  await keys.press('u');
  await expect(rows.nth(1)).toContainText('Not marked');
  await keys.press('Enter');
  await expect(page.getByRole('radiogroup', { name: 'What came of it' })).toBeVisible();
  await keys.press('Escape');
  await expect(rows.nth(1)).toBeFocused();
  await keys.press('Alt+PageDown');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('main header').getByText('Tue 24 November 2026')).toBeVisible();
});

test('a stay is shortened, its escort named, and what is to come cancelled', async () => {
  const { page } = running;
  const { placementId } = await bookAtUnit(page);
  await openAt(page, `places/stays/${placementId}`);
  await page.getByRole('button', { name: /^Who goes along/ }).click();
  await page.getByRole('textbox', { name: 'Member of staff' }).fill('Mrs O Baptiste');
  await page.keyboard.press('Enter');
  await expect(page.getByText('with Mrs O Baptiste').first()).toBeVisible();

  await page.getByRole('button', { name: /^Shorten or lengthen/ }).click();
  await expectAccessible(page, 'Stay, changing');
  await page.getByRole('checkbox', { name: 'Mon 23 November pm' }).uncheck();
  await page.getByRole('textbox', { name: 'Why' }).fill('Back in school for the examination');
  await page.getByRole('button', { name: 'Change the stay' }).click();
  const sessions = page.getByRole('table', { name: /Sessions of the stay/ });
  await expect(sessions.getByText('Given up')).toHaveCount(1);

  await page.getByRole('button', { name: /^Cancel what is to come/ }).click();
  await page.getByRole('combobox', { name: 'What happened' }).selectOption('declined-by-parent');
  await page.getByRole('textbox', { name: 'Why' }).fill('The parents rang');
  await page.getByRole('button', { name: 'Cancel 1 session' }).click();
  await expect(sessions.getByText('Given up')).toHaveCount(2);
  await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText('Given up');
});

test('staff of a provider find what they need and nothing about the exclusion', async () => {
  const { page } = running;
  const { placementId, name } = await bookAtUnit(page);
  await workAs(page, 'provider-staff');
  for (const screen of [`places/register?provider=${PRU}`, `places/stays/${placementId}`, 'today']) {
    await openAt(page, screen);
    await expectAccessible(page, `${screen}, provider staff`);
  }
  await openAt(page, `places/stays/${placementId}`);
  await expect(page.getByRole('link', { name: /Suspension|Permanent/ })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Change this stay' })).toHaveCount(0);
  await page.keyboard.press('Control+Shift+H');
  for (const screen of [`places/register?provider=${PRU}`, `places/stays/${placementId}`, 'today']) {
    await openAt(page, screen);
    await expect(page.locator('main')).not.toContainText(name);
  }
});
