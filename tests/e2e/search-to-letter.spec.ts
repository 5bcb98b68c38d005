import { expect, test } from '@playwright/test';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDocxText } from '../documents/read-docx-text.ts';
import { readPdfText } from '../documents/read-pdf-text.ts';
import { expectAccessible } from './support/axe.ts';
import { launchDemonstration } from './support/demonstration.ts';
import { makeKeyboard, type Keyboard } from './support/keyboard.ts';
import { answerDialogs, type RunningApp } from './support/launch.ts';
import { bookRow, checkAndIssue, goToPlaces, recordExclusion } from './support/main-job.ts';

let running: RunningApp;
let keys: Keyboard;

test.beforeEach(async () => {
  running = await launchDemonstration('2026-11-23');
  keys = makeKeyboard(running.page);
});

test.afterEach(() => running.close());

const oneCase = {
  search: 'draycott',
  pupil: 'Draycott',
  account: 'Threw a chair in the dining hall at the end of lunch.',
  starts: '7/12/2026',
  days: '2.5',
  reason: 'DB',
  decidedBy: 'Mrs H Okafor-Lindqvist',
};

/** As the demonstration school says it under Settings. */
const WORK = 'Work for each day is on the school’s website';

/** What the letter says of the case above, as the record has it. */
const FACTS = [
  'Draycott',
  'Monday 7 December 2026',
  'Wednesday 9 December 2026',
  'persistent or general disruptive behaviour',
  'Threw a chair in the dining hall at the end of lunch.',
  WORK,
  'The Boathouse',
  'Mrs H Okafor-Lindqvist',
];

test('from a search to a letter that is ready, issued and kept, with the keyboard alone', async () => {
  const { page } = running;
  const folder = mkdtempSync(join(tmpdir(), 'first-day-letters-'));
  const begin = keys.count();
  await recordExclusion(page, keys, oneCase);
  await checkAndIssue(page, keys);
  const issued = keys.count();
  await expectAccessible(page, 'the case, just issued');

  await keys.press('t');
  await expect(page.getByRole('button', { name: /Note|done/i }).first()).toBeVisible();
  await keys.press('Enter');
  await expect(page.getByText('Noted').first()).toBeVisible();
  // The letter says where the pupil is taught: so the places come first.
  await goToPlaces(page, keys);
  await bookRow(page, keys, 'The Boathouse');
  await expect(page.getByText('NO PLACE')).toHaveCount(0);
  await keys.activate(page.getByRole('main').getByRole('link', { name: 'The case' }));
  await expect(page.getByRole('region', { name: 'Next' })).toBeVisible();
  const placed = keys.count();
  await keys.press('l');
  await expect(page.getByRole('heading', { level: 1, name: /Letter to the parents/ })).toBeVisible();
  await expect(page.getByText('Ready').first()).toBeVisible();
  await expectAccessible(page, 'a letter that is ready');
  test.info().annotations.push({
    type: 'keys',
    description:
      `${keys.count() - begin} keys from the search to the letter that is ready: ${issued - begin} to record and issue ` +
      `(${oneCase.account.length} of them the account), ${placed - issued} to note the call and book five sessions, ` +
      `${keys.count() - placed} to open the letter, which the record and the settings fill`,
  });

  const pdf = join(folder, 'letter.pdf');
  await answerDialogs(running, { save: pdf });
  await keys.activate(page.getByRole('button', { name: 'PDF' }));
  await expect(page.getByText(/letter\.pdf/).first()).toBeVisible();
  const bytes = readFileSync(pdf);
  const { text: said } = await readPdfText(bytes);
  for (const fact of FACTS) expect(said).toContain(fact);
  expect(bytes.toString('latin1'), 'tagged for screen readers').toContain('/StructTreeRoot');

  const docx = join(folder, 'letter.docx');
  await answerDialogs(running, { save: docx });
  await keys.activate(page.getByRole('button', { name: 'Word' }));
  await expect(page.getByText(/letter\.docx/).first()).toBeVisible();
  const written = readDocxText(readFileSync(docx));
  for (const fact of FACTS) expect(written).toContain(fact);

  await keys.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Next' })).toBeVisible();
  await keys.to(page.getByRole('tab', { selected: true }));
  await keys.press('ArrowRight');
  await expect(page.getByRole('tab', { name: /Duties/, selected: true })).toBeFocused();
  await expectAccessible(page, 'the duties of the case');
  await keys.press('ArrowRight');
  await expect(page.getByRole('tab', { name: /Letters/, selected: true })).toBeFocused();
  await expect(page.getByRole('tabpanel').getByText('Sent', { exact: true }).first()).toBeVisible();
  await expectAccessible(page, 'the letters of the case');
});
