import { expect, test, type Page } from '@playwright/test';
import { expectAccessibleInBoth, expectNoOverflow, watchConsole } from './support/axe.ts';
import { invoke, launchDemonstration, openAt, workAs } from './support/demonstration.ts';
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

/** A suspension that is over, with or without a meeting noted. */
async function caseOf(page: Page, met: boolean): Promise<string> {
  const { value } = await invoke(page, 'exclusions.list', { to: '2025-11-10', limit: 200 });
  const { rows } = value as { readonly rows: readonly { id: string; kind: string; state: string }[] };
  for (const { id, kind, state } of rows) {
    if (kind !== 'fixed-period' || state !== 'issued') continue;
    const shown = (await invoke(page, 'reintegration.get', { exclusionId: id })).value as {
      readonly heldOn?: string;
      readonly duty?: { readonly owed: boolean };
    };
    if (shown.duty?.owed === true && (shown.heldOn !== undefined) === met) return id;
  }
  throw new Error(`No case ${met ? 'with' : 'without'} a meeting`);
}

test('a return: the meeting does its duty, somebody looks in, and a long part-time return needs a reason', async () => {
  const { page } = running;
  const noComplaints = watchConsole(page);
  await openAt(page, `record/return/${await caseOf(page, false)}`);
  await expect(page.getByText('Duty open')).toBeVisible();
  await page.getByRole('button', { name: 'Note the meeting' }).click();
  const form = page.getByRole('form', { name: 'Reintegration meeting' });
  await form.getByRole('button', { name: 'Note the meeting' }).click();
  await expect(form.getByText('Enter who came to the meeting.').first()).toBeVisible();
  await checked(page, 'noting the meeting, refused');
  await form.getByLabel('Who came').fill('The pupil, the mother, Ms Reed');
  await form.getByLabel(/^What worked/).fill('A quiet start with the mentor');
  await form.getByRole('button', { name: 'Note the meeting' }).click();
  await expect(page.getByText('Duty done')).toBeVisible();

  await page.getByRole('button', { name: 'Who looks in' }).click();
  await page.getByLabel('Who looks in after one and four school weeks').fill('Ms Reed');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Look in after four school weeks', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByLabel('Who reviews it at its end').fill('Mr Hall');
  await page.getByLabel('Last day').fill('31.1.2026');
  await page.getByRole('button', { name: 'Note it' }).click();
  await expect(page.getByLabel('Why longer than 6 weeks')).toBeVisible();
  await checked(page, 'a long part-time return');
  await page.getByLabel('Why longer than 6 weeks').fill('Recovering from an operation');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Longer than 6 weeks because: Recovering from an operation')).toBeVisible();
  await checked(page, 'a return');

  await page.getByRole('tab', { name: /^Duties/ }).click();
  await expect(page.getByText(/Reintegration meeting, noted with the return/).first()).toBeVisible();
  noComplaints();
});

test('what worked stands on the form of the next exclusion', async () => {
  const { page } = running;
  const { value } = await invoke(page, 'exclusions.get', { id: await caseOf(page, true) });
  const { row } = value as { readonly row: { readonly pupilId: string; readonly id: string } };
  const way = (await invoke(page, 'reintegration.get', { exclusionId: row.id })).value as {
    readonly version: number;
    readonly heldOn: string;
    readonly present: string;
  };
  const { version, heldOn, present } = way;
  const noted = { exclusionId: row.id, version, heldOn, present, whatWorked: 'Praise in writing on Fridays' };
  expect(await invoke(page, 'reintegration.save', noted)).toMatchObject({ ok: true });
  await openAt(page, `record?pupil=${row.pupilId}`);
  await expect(page.getByRole('heading', { name: 'What worked before' })).toBeVisible();
  await expect(page.getByText('Praise in writing on Fridays')).toBeVisible();
  await checked(page, 'record, with what worked before');
});

test('patterns: who is worth a talk, what exclusions have in common, and before and after stays', async () => {
  const { page } = running;
  const noComplaints = watchConsole(page);
  await openAt(page, 'support/patterns');
  await expect(page.getByRole('table', { name: 'Pupils worth a talk' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Lesson of the exclusions' })).toBeVisible();
  await expect(page.getByText(/regression to the mean/)).toBeVisible();
  await page.getByRole('button', { name: 'Last 30 days' }).click();
  await expect(page.getByLabel('First day')).not.toHaveValue('1/9/2025');
  await page.getByRole('link', { name: 'On it' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /at risk$/ })).toBeVisible();
  noComplaints();
});
