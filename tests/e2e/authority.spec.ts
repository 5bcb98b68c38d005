import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectAccessible, expectNoOverflow, watchConsole } from './support/axe.ts';
import { invoke, launchDemonstration, openAt, workAs } from './support/demonstration.ts';
import { answerDialogs } from './support/launch.ts';
import { messUpReturns } from './support/return-folder.ts';

test.setTimeout(180_000);

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Authority' }).getByRole('link', { name, exact: true });

/** Opens a screen of the authority by its tab, and looks at it as axe does. */
async function openTab(page: Page, name: string, heading: RegExp): Promise<void> {
  await tab(page, name).click();
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await expectAccessible(page, name);
  await expectNoOverflow(page, name);
}

/** The five whose figures fell least, or rose most, in the table of the comparison. */
const worstRows = (page: Page) =>
  page.getByRole('table', { name: /by school year$/ }).getByRole('row', { name: /O ?, least reduction/ });

/**
 * The authority's work on the returns of a census, in one window: a folder as schools send it in, who is missing, the
 * worst five, one of them from its figures down to its pupils, and what is taken along as a file.
 */
test('a folder of returns is imported, the missing found, and the worst five looked into and exported', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'first-day-authority-'));
  const running = await launchDemonstration('2026-11-23');
  const { page } = running;
  const noComplaints = watchConsole(page);
  await workAs(page, 'authority');
  await answerDialogs(running, { open: [folder] });
  expect(await invoke(page, 'authority.write-demonstration-returns', {})).toMatchObject({ ok: true });
  const returns = join(folder, 'Demonstration returns');
  const sent = messUpReturns(returns);

  await test.step('import a folder of good, bad, old, duplicate and nil files', async () => {
    await openAt(page, 'authority');
    await openTab(page, 'Import', /Import returns/);
    await answerDialogs(running, { open: [returns] });
    await page
      .getByRole('button', { name: /folder/ })
      .first()
      .click();
    await expect(page.getByText(new RegExp(`^${String(sent.good)} of \\d+ files imported`))).toBeVisible({
      timeout: 30_000,
    });
    const row = (name: string) => page.getByRole('row', { name: new RegExp(name.replaceAll('.', '\\.')) });
    await expect(row(sent.brokenXml)).toContainText('Refused');
    await expect(row(sent.wrongSchool)).toContainText('Refused');
    await expect(row(sent.wrongSchool)).toContainText('what is in it says');
    await expect(row(sent.old)).toContainText('Older');
    await expect(row(sent.duplicate)).toContainText('Duplicate');
    await expect(row(sent.nil)).toContainText(/nil/i);
    await expectAccessible(page, 'what became of the files');
  });

  await test.step('the refused ones wait for another try', async () => {
    await openTab(page, 'Refused files', /Refused files/);
    for (const name of [sent.brokenXml, sent.wrongSchool]) {
      await expect(page.getByRole('row', { name: new RegExp(name.replaceAll('.', '\\.')) })).toBeVisible();
    }
  });

  await test.step('find who has not sent, and take the list along', async () => {
    await openTab(page, 'Not sent', /Who has not sent/);
    for (const number of sent.missing) {
      await expect(page.getByRole('row', { name: new RegExp(number) })).toContainText('Missing');
    }
    const list = join(folder, 'not-sent.csv');
    await answerDialogs(running, { save: list });
    await page.getByRole('button', { name: 'List as CSV…' }).click();
    await expect(page.getByText(/List of \d+ schools written/)).toBeVisible();
    for (const number of sent.missing) expect(readFileSync(list, 'utf8')).toContain(number);
  });

  await test.step('see the worst five, and export what is seen', async () => {
    await openTab(page, 'Compare', /Compare schools/);
    await page.getByLabel('Phase').selectOption({ label: 'Primary' });
    await page.getByLabel('Measure').selectOption({ label: 'Days' });
    await expect(worstRows(page).nth(4)).toBeVisible();
    const workbook = join(folder, 'comparison.xlsx');
    await answerDialogs(running, { save: workbook });
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: /Excel workbook/ }).click();
    await expect(page.getByText('Written', { exact: true })).toBeVisible();
    expect(readFileSync(workbook).subarray(0, 2).toString()).toBe('PK');
  });

  await test.step('from the worst of them to its pupils, and one pupil’s exclusions', async () => {
    const name = (await worstRows(page).last().getByRole('cell').first().textContent()) ?? '';
    await worstRows(page).last().click();
    await expect(page.getByRole('heading', { level: 1, name: name.replace(/ \d{7}$/, '') })).toBeVisible();
    await expectAccessible(page, 'a school');
    await page.getByRole('tab', { name: 'Pupils' }).click();
    await page
      .getByRole('table', { name: /Pupils excluded in/ })
      .getByRole('row')
      .nth(1)
      .click();
    await expectAccessible(page, 'a pupil');
  });

  await test.step('whom to confer about, on one page', async () => {
    await openTab(page, 'Conference', /Case conference/);
    await expect(page.getByText(/\d+ of 33 schools have not sent for Summer term 2025\/26/)).toBeVisible();
    const list = join(folder, 'conference.csv');
    await answerDialogs(running, { save: list });
    await page.getByRole('button', { name: 'Export CSV…' }).click();
    await expect(page.getByText('List written')).toBeVisible();
    expect(readFileSync(list, 'utf8')).toContain('this school year');
    await page
      .getByRole('table', { name: /Pupils for the case conference/ })
      .getByRole('row')
      .nth(1)
      .click();
    await expect(page.getByRole('heading', { name: 'Why this pupil' })).toBeVisible();
    await expectAccessible(page, 'the pupil of a conference');
  });

  noComplaints();
  await running.close();
});
