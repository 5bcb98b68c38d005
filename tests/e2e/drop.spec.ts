import { expect, test, type Page } from '@playwright/test';
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expectAccessible } from './support/axe.ts';
import { invoke, launchDemonstration, openAt, workAs } from './support/demonstration.ts';
import type { RunningApp } from './support/launch.ts';

let running: RunningApp;

test.beforeAll(async () => {
  running = await launchDemonstration('2026-11-23');
});

test.afterAll(() => running.close());

/** Drops files or folders of the disk on the middle of the drop zone, as the system's file manager would. */
async function drop(page: Page, text: RegExp, paths: readonly string[]): Promise<void> {
  const box = await page.getByText(text).first().boundingBox();
  if (!box) throw new Error('There is no drop zone');
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  }
  await session.detach();
}

test('a folder of returns dropped on the window is imported file by file', async () => {
  const { page } = running;
  await workAs(page, 'authority');
  const folder = mkdtempSync(join(tmpdir(), 'first-day-drop-'));
  const inside = join(folder, 'autumn');
  mkdirSync(inside);
  copyFileSync('tests/fixtures/files/census-2026.xml', join(inside, 'other authority.xml'));
  writeFileSync(join(inside, 'cut short.xml'), '<?xml version="1.0"?><Message><Header><Coll');
  writeFileSync(join(folder, 'notes.txt'), 'not a return');
  await openAt(page, 'authority/import');
  await drop(page, /Drop returns here/, [folder]);
  await expect(page.getByRole('cell', { name: 'Refused', exact: true })).toHaveCount(3);
  await expect(page.getByRole('row', { name: /other authority/ })).toContainText(
    'of authority 201, and this is 999',
  );
  await page
    .getByRole('row', { name: /cut short/ })
    .getByText('1 problem', { exact: true })
    .click();
  await expect(page.getByText(/The file stops before its end/)).toBeVisible();
  await expect(page.getByRole('row', { name: /notes/ })).toContainText('neither XML nor a list');
  await expectAccessible(page, 'refused files');
});

test('a pupil file dropped on the window is dry-run before anything changes', async () => {
  const { page } = running;
  await workAs(page, 'decider');
  await openAt(page, 'pupils/import');
  const before = await invoke(page, 'pupils.list', { roll: 'all' });
  await drop(page, /Drop a pupil file here/, [resolve('tests/fixtures/files/ctf-25.xml')]);
  await expect(page.getByRole('button', { name: /^Import \d+ pupil/ })).toBeVisible();
  const after = await invoke(page, 'pupils.list', { roll: 'all' });
  expect((after.value as { total: number }).total).toBe((before.value as { total: number }).total);
});
