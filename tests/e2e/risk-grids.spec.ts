import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectAccessibleInBoth, expectNoOverflow, watchConsole } from './support/axe.ts';
import { launchDemonstration, openAt, workAs } from './support/demonstration.ts';
import { answerDialogs, type RunningApp } from './support/launch.ts';

let running: RunningApp;
const folder = mkdtempSync(join(tmpdir(), 'first-day-grids-'));

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  running = await launchDemonstration('2025-11-12');
});

test.afterAll(() => running.close());

const checked = async (page: Page, what: string) => {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await expectAccessibleInBoth(page, what);
  await expectNoOverflow(page, what);
};

test('a school exports the grid of the term', async () => {
  const { page } = running;
  const noComplaints = watchConsole(page);
  await workAs(page, 'decider');
  await openAt(page, 'support/grid');
  await expect(page.getByRole('table', { name: 'Pupils at risk in the term' })).toBeVisible();
  for (const [name, file] of [
    ['Export CSV…', 'grid.csv'],
    ['PDF…', 'grid.pdf'],
  ] as const) {
    await answerDialogs(running, { save: join(folder, file) });
    await page.getByRole('button', { name }).click();
    await expect(page.getByText(file)).toBeVisible();
  }
  noComplaints();
});

test('the authority imports it, compares schools, opens one, and checks a list', async () => {
  const { page } = running;
  const noComplaints = watchConsole(page);
  await workAs(page, 'authority');
  await openAt(page, 'authority/at-risk');
  await expect(page.getByRole('table', { name: 'Pupils at risk by school' })).toBeVisible();

  await page.getByRole('tab', { name: 'Compare schools' }).press('ArrowRight');
  writeFileSync(join(folder, 'other.csv'), 'UPN,Name\nX1,Somebody\n');
  await answerDialogs(running, { open: [join(folder, 'grid.csv'), join(folder, 'other.csv')] });
  await page.getByRole('button', { name: 'Choose files…' }).click();
  // A backup is made first.
  await expect(page.getByText('1 of 2 files imported')).toBeVisible({ timeout: 30_000 });
  await page.getByText('1 problem', { exact: true }).click();
  await expect(page.getByText(/This is not a grid of pupils at risk/)).toBeVisible();
  await checked(page, 'what became of the grids');
  await page.getByRole('button', { name: 'Compare schools' }).click();

  const school = page.getByRole('row', { name: /Marsh Vale High School/ });
  await expect(school).toContainText('Set 1');
  await school.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table', { name: 'Pupils at risk of the school' })).toBeVisible();
  await checked(page, 'the pupils of a school');

  await page.getByRole('tab', { name: 'Check a list' }).click();
  writeFileSync(join(folder, 'list.csv'), 'UPN,Child\nA999400112003,Nobody Known\n');
  await answerDialogs(running, { open: [join(folder, 'list.csv')] });
  await page.getByRole('button', { name: 'Choose the list…' }).click();
  await expect(page.getByText('0 of 1 pupil on the list are in a grid')).toBeVisible();
  await checked(page, 'a list checked');
  noComplaints();
});

test('the authority gives its criteria to schools, and a school takes them over', async () => {
  const { page } = running;
  await page.getByRole('tab', { name: 'Criteria for schools' }).click();
  await page.getByLabel('Period of support').fill('8');
  await checked(page, 'criteria for schools');
  await answerDialogs(running, { save: join(folder, 'criteria.json') });
  await page.getByRole('button', { name: 'Write the file…' }).click();
  await expect(page.getByText('Criteria written')).toBeVisible();
  // It lies over the foot of the next page.
  await page
    .getByRole('button', { name: /^(Close|Dismiss)/ })
    .last()
    .click();

  await workAs(page, 'decider');
  await openAt(page, 'support/grid');
  await answerDialogs(running, { open: [join(folder, 'criteria.json')] });
  await page.getByRole('button', { name: 'Open the authority’s file…' }).click();
  await expect(page.getByText('8 weeks, then reviewed')).toBeVisible();
  await checked(page, 'what the authority’s criteria change');
  await page.getByRole('button', { name: 'Take over' }).click();
  await expect(page.getByText('Criteria taken over')).toBeVisible();
});
