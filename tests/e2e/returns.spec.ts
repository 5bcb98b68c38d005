import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { launchDemonstration, openAt } from './support/demonstration.ts';
import { answerDialogs } from './support/launch.ts';

test('a query is explained, a return of a term sealed, and a receipt shows what altered', async () => {
  const running = await launchDemonstration('2026-11-23');
  const { page } = running;
  await openAt(page, 'returns');

  await page.getByRole('combobox', { name: 'Census' }).selectOption({ label: 'Spring census 2027' });
  await page.getByRole('button', { name: 'Explain', exact: true }).first().click();
  await page.getByLabel('Why it may stand').fill('The panel sits in January.');
  await expectAccessible(page, 'a query being explained');
  await page.getByRole('button', { name: 'Save the explanation' }).click();
  await expect(page.getByText('2 explained')).toBeVisible();
  await expect(page.getByText('The panel sits in January.')).toBeVisible();

  await page.getByRole('row').filter({ hasText: '_002.xml' }).first().click();
  await expect(page.getByRole('heading', { name: 'Against version 1' })).toBeVisible();
  await expectAccessible(page, 'a receipt with what altered');

  await page.getByText('Term', { exact: true }).first().click();
  await expect(page.getByRole('button', { name: 'Census XML', exact: true })).toBeDisabled();
  await page.getByRole('checkbox', { name: /Seal for the authority/ }).check();
  const path = join(mkdtempSync(join(tmpdir(), 'first-day-sealed-')), 'term.csv.sealed');
  await answerDialogs(running, { save: path });
  await page.getByRole('button', { name: 'CSV', exact: true }).click();
  await expect(page.getByText('CSV, sealed for the authority')).toBeVisible();
  expect(readFileSync(path, 'latin1')).toMatch(/^age-encryption\.org\/v1\n/);
  await running.close();
});
