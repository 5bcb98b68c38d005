import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInBoth, expectNoOverflow, watchConsole } from './support/axe.ts';
import { launchDemonstration, openAt as openRoute, permanentCase, workAs } from './support/demonstration.ts';
import type { RunningApp } from './support/launch.ts';

const SCHOOL = [
  'today',
  'record',
  'record?pupil=demo-pupil-0527',
  'record?exclusion={case}',
  'record?exclusion={case}&tab=duties',
  'record?exclusion={case}&tab=letters',
  'record?exclusion={case}&tab=course',
  'record?follows={case}&as=further',
  'record/letter?exclusion={case}&letter=notice-authority',
  'pupils',
  'pupils/demo-pupil-0693',
  'pupils/import',
  'places',
  'places?exclusion={case}',
  'places/forecast',
  'places/use',
  'places/use/statement?school=demo-school-9994002&year=2025',
  'places/plan',
  'places/waiting',
  'places/stages',
  'places/apart',
  'places/register?provider=internal-unit',
  'places/stays/demo-placement-0027',
  'places/providers',
  'places/providers/pru',
  'places/providers/new',
  'support',
  'support/key-workers',
  'support/plans',
  'support/referrals',
  'support/panel',
  'support/patterns',
  'support/grid',
  'support/criteria',
  'register',
  'returns',
  'returns/extract',
  'settings',
  'settings/audit',
  'settings/audit?row=1',
];
const AUTHORITY = [
  'authority',
  'authority/import',
  'authority/refused',
  'authority/refused/demonstration-refused-2/columns',
  'authority/not-sent',
  'authority/compare',
  'authority/comparators',
  'authority/keys',
  'authority/places',
  'authority/at-risk',
  'authority/conference',
  'authority/conference?own=true',
  'authority/schools/9994002',
];

let running: RunningApp;
let aCase: string;

/** `{case}` in a route stands for a permanent exclusion, the case with most to show. */
const openAt = (page: Page, route: string) => openRoute(page, route.replace('{case}', aCase));

test.beforeAll(async () => {
  running = await launchDemonstration('2026-11-23');
  aCase = await permanentCase(running.page);
});

test.afterAll(() => running.close());

test('every screen of the demonstration passes axe, in light and in dark, and fits 1366 x 768', async () => {
  test.slow();
  const { page } = running;
  const noComplaints = watchConsole(page);
  for (const [role, screens] of [
    ['decider', SCHOOL],
    ['governor-clerk', ['today', 'record?exclusion={case}&tab=course']],
    ['authority', AUTHORITY],
  ] as const) {
    await workAs(page, role);
    for (const screen of screens) {
      await openAt(page, screen);
      await expectAccessibleInBoth(page, screen);
      await expectNoOverflow(page, screen);
    }
  }
  noComplaints();
});

test('every tab of the settings passes axe and fits', async () => {
  const { page } = running;
  await workAs(page, 'decider');
  await openAt(page, 'settings');
  for (const name of ['Head and letters', 'Examinations', 'This PC']) {
    await page.getByRole('tab', { name }).click();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    await expectAccessible(page, `settings, ${name}`);
    await expectNoOverflow(page, `settings, ${name}`);
  }
});

test('dialogs and panels pass axe', async () => {
  const { page } = running;
  await workAs(page, 'decider');
  await openAt(page, 'today');
  for (const [keys, name] of [
    ['Control+k', /search/i],
    ['F1', /keyboard/i],
  ] as const) {
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    await expectAccessible(page, `dialog ${String(name)}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

test('the privacy curtain hides every name with one key', async () => {
  const { page } = running;
  await workAs(page, 'decider');
  await openAt(page, 'pupils/demo-pupil-0693');
  await expect(page.getByText('Archie Shufflebottom').first()).toBeVisible();
  await page.keyboard.press('Control+Shift+H');
  for (const screen of [
    'pupils/demo-pupil-0693',
    'today',
    'places',
    'register',
    'pupils',
    'places/register?provider=pru',
  ]) {
    await openAt(page, screen);
    await expect(page.locator('main')).not.toContainText('Shufflebottom');
  }
  await page.keyboard.press('Control+Shift+H');
});

test('at twice the size nothing is lost', async () => {
  const { app, page } = running;
  await workAs(page, 'decider');
  const zoom = (factor: number) =>
    app.evaluate(
      ({ BrowserWindow }, value) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(value),
      factor,
    );
  await zoom(2);
  for (const screen of [
    'today',
    'record',
    'record?exclusion={case}&tab=duties',
    'record?exclusion={case}&tab=course',
    'record/letter?exclusion={case}&letter=notice-authority',
    'pupils',
    'places/register?provider=internal-unit',
    'places/stays/demo-placement-0027',
    'returns',
    'settings',
  ]) {
    await openAt(page, screen);
    await expectNoOverflow(page, `${screen} at 200 %`);
  }
  for (const [screen, words] of [
    ['today', 'NO PLACE'],
    ['places?exclusion={case}', 'Booked'],
  ] as const) {
    await openAt(page, screen);
    const one = page.getByText(words, { exact: true }).first();
    await expect(one).toBeVisible();
    expect(await one.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
  }
  await zoom(1);
});

test('another role sees nothing that the role before it had on screen', async () => {
  const { page } = running;
  await workAs(page, 'decider');
  await openAt(page, 'today');
  await expect(page.getByText('NO PLACE').first()).toBeVisible();
  await workAs(page, 'authority');
  await expect(page.getByRole('heading', { level: 1, name: /Marsh Vale/ })).toBeVisible();
  await expect(page.getByText('NO PLACE')).toHaveCount(0);
  await openAt(page, 'pupils');
  await expect(page).toHaveURL(/#\/authority/);
});

test('an exclusion found by search opens to be read, also for who records none', async () => {
  const { page } = running;
  for (const role of ['decider', 'governor-clerk'] as const) {
    await workAs(page, role);
    await openAt(page, 'pupils');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: /search/i }).fill('Archie Shuff');
    await page.getByRole('option', { name: /Permanent exclusion/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: /Permanent exclusion/ })).toBeVisible();
    await expect(page.getByText('Issued', { exact: true })).toBeVisible();
  }
});

test('the school day and the area’s promise are changed in Settings', async () => {
  const { page } = running;
  await workAs(page, 'decider');
  await openAt(page, 'settings');
  await page.getByRole('button', { name: 'Change the school day' }).click();
  await expectAccessible(page, 'school day, changing');
  const morning = page.getByRole('group', { name: 'Morning (am)' });
  await morning.getByLabel('Ends').fill('08:00');
  await page.getByRole('button', { name: 'Save the school day' }).click();
  await expect(page.getByText(/The school day was not saved/)).toBeVisible();
  await morning.getByLabel('Ends').fill('12:30');
  await page.getByRole('checkbox', { name: /first day/ }).uncheck();
  await page.getByRole('button', { name: 'Save the school day' }).click();
  await expect(page.getByText(/to 12.30 pm/)).toBeVisible();
  await expect(page.getByText(/sixth day/)).toBeVisible();
});

test('the name that signs what is done is changed in Settings, and kept', async () => {
  const { page } = running;
  await workAs(page, 'decider');
  await openAt(page, 'settings');
  await page.getByRole('tab', { name: 'This PC' }).click();
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.fill('  ');
  await page.getByRole('button', { name: 'Save the name' }).click();
  await expect(page.getByText('Enter your name.').first()).toBeVisible();
  await name.fill('Åsa Lindqvist-Okafor');
  await name.press('Enter');
  await expect(page.getByRole('banner')).toContainText('Åsa Lindqvist-Okafor');
  await expectAccessible(page, 'This PC');
});
