import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { makeSigningKey } from '#main/exchange/signing-keys.ts';
import { readTransferFile, writeTransferFile } from '#main/exchange/transfer-file.ts';
import { expectAccessibleInBoth, expectNoOverflow, watchConsole } from './support/axe.ts';
import { invoke, launchDemonstration, openAt, workAs } from './support/demonstration.ts';
import { answerDialogs, type RunningApp } from './support/launch.ts';

let running: RunningApp;
/** A pupil of the demonstration who is out in the year. */
let pupilId: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  running = await launchDemonstration('2025-11-12');
  await workAs(running.page, 'recorder');
  const { value } = await invoke(running.page, 'exclusions.list', { state: 'issued' });
  pupilId = (value as { rows: { pupilId: string }[] }).rows[0]?.pupilId ?? '';
});

test.afterAll(() => running.close());

const checked = async (page: Page, what: string) => {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await expectAccessibleInBoth(page, what);
  await expectNoOverflow(page, what);
};

test('a pupil’s file is written, after saying that it leaves the protection', async () => {
  const { page, data } = running;
  const noComplaints = watchConsole(page);
  const save = join(data, 'goes.pupil.json');
  await answerDialogs(running, { save });
  await openAt(page, `pupils/${pupilId}`);
  await page.getByRole('button', { name: 'File for the next school…' }).click();
  await expect(page.getByRole('dialog')).toContainText('Whoever has the file can read it');
  await checked(page, 'before the file is written');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'The file is written' });
  await expect(dialog).toContainText('goes.pupil.json');
  await expect(dialog).toContainText(/([0-9A-F]{4} ){7}[0-9A-F]{4}/);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  expect(readTransferFile(readFileSync(save)).ok).toBe(true);
  noComplaints();
});

test('one from the school before is looked at, its key compared, and its days count', async () => {
  const { page, data } = running;
  const own = readTransferFile(readFileSync(join(data, 'goes.pupil.json')));
  if (!own.ok) throw new Error(own.error.message);
  const { pupil, history } = own.value.contents;
  const written = writeTransferFile(
    {
      school: { name: 'Saltmarsh School', laEstab: '8884001' },
      pupil,
      history: { ...history, halfDays: [{ schoolYear: 2025, term: 'autumn', halfDays: 6 }] },
    },
    makeSigningKey(),
  );
  if (!written.ok) throw new Error(written.error.message);
  const came = join(data, 'came.pupil.json');
  writeFileSync(came, written.value);
  const typed = { pupilId, schoolYear: 2025, term: 'autumn', halfDays: 2, source: 'A letter' };
  expect(await invoke(page, 'pupils.set-earlier-half-days', typed)).toMatchObject({ ok: true });

  await answerDialogs(running, { open: [came] });
  await openAt(page, `pupils/${pupilId}`);
  await page.getByRole('link', { name: 'Take over a file' }).click();
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  await expect(page.getByRole('table', { name: /Days at earlier schools/ })).toContainText('3 days');
  const take = page.getByRole('button', { name: 'Take over' });
  await expect(take).toBeDisabled();
  await checked(page, 'the dry run');
  await page.getByRole('radio', { name: /yet another school/ }).check();
  await expect(page.getByRole('table', { name: /Days at earlier schools/ })).toContainText('4 days');
  await expect(take).toBeDisabled();
  await page.getByLabel(/I compared the key/).check();
  await take.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('The file is taken over')).toBeVisible();
  await checked(page, 'taken over');
  await page.getByRole('link', { name: 'Open the pupil' }).click();
  await expect(page.getByText(/Saltmarsh School, file of/)).toBeVisible();
  await expect(page.getByText('Of these, 4 days at earlier schools.')).toBeVisible();
  await checked(page, 'the pupil');

  writeFileSync(came, readFileSync(came, 'utf8').replace('"halfDays":6', '"halfDays":1'));
  await openAt(page, 'pupils/transfer');
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  await expect(page.getByRole('alert')).toContainText('not as the school before signed it');
  await checked(page, 'an altered file');
});
