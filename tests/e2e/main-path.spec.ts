import { expect, test, type Page } from '@playwright/test';
import { XMLParser } from 'fast-xml-parser';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectAccessible, watchConsole } from './support/axe.ts';
import { makeKeyboard, type Keyboard } from './support/keyboard.ts';
import { answerDialogs, launchApp } from './support/launch.ts';
import { bookRow, checkAndIssue, goToPlaces, openScreen, recordExclusion } from './support/main-job.ts';

const PUPIL_FILE = 'tests/fixtures/files/ctf-25.xml';

test.setTimeout(240_000);

/**
 * From an empty database to the authority's figures, in two real windows, without a mouse: set up a school, import its
 * roll, make a provider, record and issue an exclusion, book its places, export the return, read the file with another
 * parser, and import it as the authority.
 */
test('the main job by keyboard alone, from first run to the authority’s totals', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'first-day-path-'));
  const school = await launchApp({ today: '2025-11-12' });
  const { page } = school;
  const keys = makeKeyboard(page);
  const noComplaints = watchConsole(page);

  await test.step('set up a school', async () => {
    await expectAccessible(page, 'first run');
    await keys.activate(page.getByRole('button', { name: /Set up my school/ }));
    await keys.to(page.getByRole('combobox', { name: 'Find your school' }));
    await keys.type('burnage acad');
    await expect(page.getByRole('option', { name: /Burnage Academy/ })).toBeVisible();
    await expectAccessible(page, 'school found');
    await keys.press('Enter');
    await expect(page.getByRole('textbox', { name: 'DfE number' })).toHaveValue('3524256');
    await keys.to(page.getByRole('textbox', { name: 'Head teacher' }));
    await keys.type('Ms T. Okonkwo');
    await keys.activate(page.getByRole('button', { name: 'Continue' }));
    await expect(page.getByText(/\d+ pupil days/)).toBeVisible();
    const daysBefore = Number(
      /\d+/.exec(
        (await page
          .getByText(/\d+ pupil days/)
          .first()
          .textContent()) ?? '',
      )?.[0],
    );
    await keys.to(page.locator('[data-date][tabindex="0"]'));
    await moveToDay(page, keys, '2025-11-28');
    await keys.press('Space');
    await expect(page.getByText(`${daysBefore - 1} pupil days`)).toBeVisible();
    await expectAccessible(page, 'calendar');
    await keys.activate(page.getByRole('button', { name: 'Continue' }));
    await expectAccessible(page, 'school day');
    await keys.to(page.getByRole('checkbox', { name: /first day|day one/i }));
    await keys.press('Space');
    await keys.activate(page.getByRole('button', { name: 'Continue' }));
    await keys.fill(page.getByRole('textbox', { name: 'Your name' }), 'Ms T. Okonkwo');
    await keys.fill(page.getByLabel('Choose a password'), 'four small brown kettles');
    await expectAccessible(page, 'administrator');
    await keys.activate(page.getByRole('button', { name: 'Continue' }));
    await expectAccessible(page, 'check and finish');
    await keys.activate(page.getByRole('button', { name: /^(Finish|Set up)/ }));
    // The recovery sheet is tried by itself.
    await keys.activate(page.getByRole('button', { name: 'Do this later' }));
    await expect(page.getByRole('heading', { level: 1, name: 'Import pupils' })).toBeFocused();
  });

  await test.step('import the roll', async () => {
    await answerDialogs(school, { open: [PUPIL_FILE] });
    await expectAccessible(page, 'import: choose');
    await keys.activate(page.getByRole('button', { name: /Choose a file/ }));
    await expect(page.getByRole('button', { name: /^Import \d+ pupil/ })).toBeVisible();
    await expectAccessible(page, 'import: dry run');
    await keys.activate(page.getByRole('button', { name: /^Import \d+ pupil/ }));
    await expect(page.getByText(/^Imported/).first()).toBeVisible();
  });

  await test.step('make a provider', async () => {
    await openScreen(page, keys, 'Places');
    await keys.activate(
      page
        .getByRole('main')
        .getByRole('link', { name: /provider/i })
        .first(),
    );
    await expectAccessible(page, 'no providers yet');
    const add = page.getByRole('main').getByRole('link', { name: /Add/ });
    if ((await page.getByRole('textbox', { name: 'Name' }).count()) === 0) await keys.activate(add.first());
    // The kind fills in a week and rules; this one asks for none of the school's staff on the first days.
    await keys.to(page.getByRole('combobox', { name: 'Kind' }));
    await keys.type('Pupil');
    await keys.fill(page.getByRole('textbox', { name: 'Name' }), 'Harbour House PRU');
    await expect(page.getByLabel('Monday morning: places')).toHaveValue('8');
    await keys.to(page.getByRole('checkbox', { name: 'School’s own staff' }));
    await keys.press('Space');
    await expectAccessible(page, 'new provider');
    await keys.activate(page.getByRole('button', { name: 'Save the provider' }));
    await expect(page.getByRole('heading', { level: 1, name: /Harbour House/ })).toBeVisible();
  });

  await test.step('record and issue an exclusion', async () => {
    await recordExclusion(page, keys, {
      search: 'example',
      pupil: 'Example',
      account: 'Pushed another pupil down the stairs outside the science block.',
      starts: '27/11/2025',
      days: '1.5',
      reason: 'PP',
      decidedBy: 'Ms T. Okonkwo',
    });
    // The Friday that was painted is passed over, and said to be.
    await expect(page.getByText('Thu 27 November am and pm')).toBeVisible();
    await expect(page.getByText(/Fri 28 November.*INSET/).first()).toBeVisible();
    await expect(page.getByText(/Mon 1 December am/).first()).toBeVisible();
    await expectAccessible(page, 'record');
    await checkAndIssue(page, keys);
    await goToPlaces(page, keys);
  });

  await test.step('book its places', async () => {
    await bookRow(page, keys, 'Harbour House');
    await expect(
      page.getByRole('status').or(page.getByRole('alert')).filter({ hasText: /book/i }).first(),
    ).toBeVisible();
    await expectAccessible(page, 'board');
    await openScreen(page, keys, 'Today');
    await expectAccessible(page, 'today');
  });

  const xmlFile = join(folder, 'return.xml');
  await test.step('export the return', async () => {
    await openScreen(page, keys, 'Returns');
    await keys.to(page.getByRole('combobox', { name: 'Census' }));
    await keys.type('Spring census 2026');
    await expect(page.getByText(/15 January 2026/)).toBeVisible();
    await answerDialogs(school, { save: xmlFile });
    await keys.activate(page.getByRole('button', { name: /Census XML/ }));
    await expect(page.getByRole('heading', { name: /^Receipt: Spring census 2026/ })).toBeVisible();
    await expectAccessible(page, 'receipt');
    await answerDialogs(school, { save: join(folder, 'return.csv') });
    await keys.activate(page.getByRole('button', { name: /CSV/ }));
    await expect(page.getByText('return.csv').first()).toBeVisible();
  });

  await test.step('read the file with another parser', async () => {
    const xml = readFileSync(xmlFile, 'utf8');
    const read: unknown = new XMLParser({ parseTagValue: false }).parse(xml);
    expect(read).toMatchObject({
      Message: {
        Header: { Source: { LEA: '352', Estab: '4256' } },
        Pupils: {
          PupilsOnRoll: {
            PupilOnRoll: {
              PupilIdentifiers: { Surname: 'Example' },
              Exclusions: {
                TermlyExclusion: {
                  Category: 'SUSP',
                  Reasons: { Reason: 'PP' },
                  StartDate: '2025-11-27',
                  Sessions: '3',
                },
              },
            },
          },
        },
      },
    });
    const fingerprint = createHash('sha256').update(xml).digest('hex');
    await expect(page.locator('main')).toContainText(fingerprint.slice(0, 8));
    expect(readFileSync(join(folder, 'return.csv'), 'utf8')).toContain('2025-11-27');
  });
  noComplaints();
  await school.close();

  await test.step('import it as the authority', async () => {
    const dropped = join(folder, 'from schools');
    mkdirSync(dropped);
    copyFileSync(xmlFile, join(dropped, '3524256.xml'));
    copyFileSync(xmlFile, join(dropped, '3524256 again.xml'));
    const authority = await launchApp({ today: '2025-11-12' });
    const theirs = makeKeyboard(authority.page);
    await theirs.activate(authority.page.getByRole('button', { name: /Set up my authority/ }));
    await expectAccessible(authority.page, 'authority set-up');
    await theirs.to(authority.page.getByRole('combobox').first());
    await theirs.type('manchester');
    await expect(authority.page.getByRole('option', { name: /Manchester/ }).first()).toBeVisible();
    await theirs.press('Enter');
    await expect(authority.page.getByRole('combobox').first()).toHaveValue('Manchester');
    await theirs.fill(authority.page.getByRole('textbox', { name: 'Your name' }), 'Mr J. Adeyemi');
    await theirs.fill(authority.page.getByLabel('Choose a password'), 'four small brown kettles');
    await theirs.activate(authority.page.getByRole('button', { name: /Set up|Finish|Continue/ }).last());
    // The recovery sheet has its own test, in keys.spec.ts.
    await theirs.activate(authority.page.getByRole('button', { name: 'Do this later' }));
    await expect(authority.page.getByRole('link', { name: /Import returns/ }).first()).toBeVisible();
    await expectAccessible(authority.page, 'authority, empty');
    await theirs.activate(authority.page.getByRole('link', { name: /Import returns/ }).first());
    await answerDialogs(authority, { open: [dropped] });
    await theirs.activate(authority.page.getByRole('button', { name: /Choose a folder/ }));
    await expect(authority.page.getByRole('cell', { name: /Imported/ }).first()).toBeVisible();
    await expect(
      authority.page.getByRole('cell', { name: /Duplicate|Copy|same file/i }).first(),
    ).toBeVisible();
    await expectAccessible(authority.page, 'import outcome');
    await openScreen(authority.page, theirs, 'Authority');
    const row = authority.page.getByRole('row', { name: /Burnage/ });
    await expect(row).toContainText('1.5');
    await expectAccessible(authority.page, 'authority, with figures');
    await authority.close();
  });
});

/** With the arrows over the year view: weeks down, then days to the right. */
async function moveToDay(page: Page, keys: Keyboard, day: string): Promise<void> {
  const at = () => page.evaluate(() => document.activeElement?.getAttribute('data-date') ?? '');
  for (let moves = 0; moves < 60; moves += 1) {
    const date = await at();
    if (date === day) return;
    const weekLater = new Date(Date.parse(date) + 7 * 86_400_000).toISOString().slice(0, 10);
    await keys.press(weekLater <= day ? 'ArrowDown' : 'ArrowRight');
  }
  throw new Error(`No arrow leads to ${day}`);
}
