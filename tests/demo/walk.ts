import { expect, type Page } from '@playwright/test';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeKeyboard } from '../e2e/support/keyboard.ts';
import { answerDialogs, launchApp } from '../e2e/support/launch.ts';
import {
  checkAndIssue,
  goToPlaces,
  chooseRole,
  openScreen,
  recordExclusion,
} from '../e2e/support/main-job.ts';

// Walks the main job on demonstration data through the real window and leaves pictures and files. A Monday in the middle
// of a term is believed in, so that there is something to see on any day of the year.

const OUTPUT = resolve('demo-output');
const TODAY = '2025-11-17';

rmSync(OUTPUT, { recursive: true, force: true });
mkdirSync(OUTPUT, { recursive: true });

let shot = 0;
// The name in the pictures is invented too, not that of this machine's user.
const folder = mkdtempSync(join(tmpdir(), 'first-day-walk-'));
writeFileSync(join(folder, 'settings.json'), JSON.stringify({ userName: 'Sam Okafor' }));
const launched = performance.now();
const running = await launchApp({ today: TODAY, data: folder });
const keys = makeKeyboard(running.page);
console.log(`- the window opened (${((performance.now() - launched) / 1000).toFixed(1)} s)`);

async function step(what: string, work: (page: Page) => Promise<void>): Promise<void> {
  const start = performance.now();
  await work(running.page);
  console.log(`- ${what} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}

async function picture(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(350);
  shot += 1;
  // A toast comes and goes; a picture shows the screen under it.
  const show = (visibility: string) =>
    page.evaluate((value) => {
      for (const toast of document.querySelectorAll<HTMLElement>('[data-position]'))
        toast.style.visibility = value;
    }, visibility);
  await show('hidden');
  await page.screenshot({ path: join(OUTPUT, `${String(shot).padStart(2, '0')}-${name}.png`) });
  await show('');
}

/** The screen as it prints, on A4. */
async function printed(name: string): Promise<void> {
  const pdf = await running.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const data = await contents?.printToPDF({
      pageSize: 'A4',
      generateTaggedPDF: true,
    });
    return data?.toString('base64') ?? '';
  });
  writeFileSync(join(OUTPUT, name), Buffer.from(pdf, 'base64'));
}

await step('chose the demonstration school', async (page) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await picture(page, 'first-run');
  await keys.activate(page.getByRole('button', { name: /demonstration/ }));
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('NO PLACE').first()).toBeVisible();
  await picture(page, 'today');
  await printed('morning-sheet.pdf');
});

await step('recorded an exclusion with its consequences beside it', async (page) => {
  await recordExclusion(page, keys, {
    search: '9k',
    pupil: '9K',
    account: 'Threatened a member of staff at the gate after being asked to hand over a phone.',
    starts: '24/11/2025',
    days: '6',
    reason: 'VA',
    decidedBy: 'Mrs H Okafor-Lindqvist',
  });
  await expect(page.getByText(/Mon 24 November am and pm/)).toBeVisible();
  await picture(page, 'record');
  await keys.press('Control+Enter');
  await expect(page.getByRole('group', { name: 'Check before you issue' })).toBeVisible();
  await picture(page, 'check');
  await keys.press('Escape');
  await checkAndIssue(page, keys);
  await picture(page, 'case');
});

await step('noted the call to the parents', async (page) => {
  await keys.press('t');
  await keys.press('Enter');
  await expect(page.getByText('Noted').first()).toBeVisible();
  await goToPlaces(page, keys);
});

await step('booked its places on the board, as suggested', async (page) => {
  await expect(page.getByRole('grid', { name: /Places by provider/ })).toBeVisible();
  await picture(page, 'places-before');
  await keys.press('s');
  await keys.press('Enter');
  await expect(page.getByRole('grid').getByText('Booked').first()).toBeVisible();
  await picture(page, 'places-after');
});

await step('planned everybody who waits, booking nothing', async (page) => {
  await keys.to(page.getByRole('link', { name: 'Plan all' }), 'Shift+Tab');
  await keys.press('Enter');
  await keys.activate(page.getByRole('button', { name: 'Make a plan' }));
  await expect(page.getByRole('button', { name: /Book this plan/ })).toBeVisible({ timeout: 30_000 });
  await picture(page, 'plan');
  await page.goBack();
  await expect(page.getByRole('grid')).toBeVisible();
});

await step('opened the letter, filled from the record, and wrote it as PDF and as Word', async (page) => {
  await keys.activate(page.getByRole('main').getByRole('link', { name: 'The case' }));
  await expect(page.getByRole('region', { name: 'Next' })).toBeVisible();
  await keys.press('l');
  await expect(page.getByText('Ready').first()).toBeVisible();
  await picture(page, 'letter');
  for (const [button, name] of [
    ['PDF', 'letter-to-the-parents.pdf'],
    ['Word', 'letter-to-the-parents.docx'],
  ] as const) {
    await answerDialogs(running, { save: join(OUTPUT, name) });
    await keys.activate(page.getByRole('button', { name: button }));
    await expect(page.getByText(name).first()).toBeVisible();
  }
  await keys.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Next' })).toBeVisible();
  await keys.to(page.getByRole('tab', { selected: true }));
  await keys.press('ArrowRight');
  await picture(page, 'duties');
});

await step('opened the pupil, and printed the summary', async (page) => {
  await keys.to(page.getByRole('main').getByRole('link', { name: 'Pupil', exact: true }), 'Shift+Tab');
  await keys.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Exclusions' })).toBeVisible();
  await picture(page, 'pupil');
  await printed('pupil-summary.pdf');
});

await step('made the return, as census XML and as CSV', async (page) => {
  await openScreen(page, keys, 'Returns');
  await picture(page, 'returns');
  await answerDialogs(running, { save: join(OUTPUT, 'census-return.xml') });
  await keys.activate(page.getByRole('button', { name: /XML/ }));
  await expect(page.getByText('census-return.xml').first()).toBeVisible();
  await picture(page, 'receipt');
  await answerDialogs(running, { save: join(OUTPUT, 'return.csv') });
  await keys.to(page.getByRole('button', { name: /CSV/ }), 'Shift+Tab');
  await keys.press('Enter');
  await expect(page.getByText('return.csv').first()).toBeVisible();
});

await step('imported the area’s returns as the authority', async (page) => {
  await chooseRole(page, keys, 'Local authority');
  await keys.activate(page.getByRole('link', { name: /Import returns/ }).first());
  await answerDialogs(running, { open: [OUTPUT] });
  await keys.activate(page.getByRole('button', { name: /demonstration/ }));
  await expect(page.getByText('Demonstration returns').first()).toBeVisible();
  await answerDialogs(running, { open: [join(OUTPUT, 'Demonstration returns')] });
  await keys.activate(page.getByRole('button', { name: /Choose a folder/ }));
  await expect(page.getByRole('cell', { name: /Imported/ }).first()).toBeVisible({ timeout: 30_000 });
  await picture(page, 'import-outcome');
  await openScreen(page, keys, 'Authority');
  await picture(page, 'authority');
});

await running.close();
const files = readdirSync(OUTPUT).length;
console.log(
  `${files} pictures, documents and files are in demo-output; ${keys.count()} keys were pressed, no mouse.`,
);
