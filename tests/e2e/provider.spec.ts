import { expect, test, type Page } from '@playwright/test';
import { expectAccessibleInBoth, expectNoOverflow, watchConsole } from './support/axe.ts';
import { invoke, loadDemonstration, openAt, workAs } from './support/demonstration.ts';
import { launchApp, type RunningApp } from './support/launch.ts';

const TODAY = '2025-11-17';
const NAME = 'Saltmarsh Youth Centre';

let running: RunningApp;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  running = await launchApp({ today: TODAY });
  await loadDemonstration(running.page);
  await workAs(running.page, 'decider');
});

test.afterAll(() => running.close());

const tab = async (page: Page, name: string) => {
  await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
};

const checked = async (page: Page, what: string) => {
  await expectAccessibleInBoth(page, what);
  await expectNoOverflow(page, what);
};

/** Books the next uncovered sessions of the pupil who waits for most; gives the name and the first day. */
async function bookSomebody(page: Page, providerId: string): Promise<{ name: string; day: string }> {
  const queue = await invoke(page, 'places.queue', {});
  const { waiting } = queue.value as {
    waiting: { exclusionId: string; name: string; uncovered: number }[];
  };
  const [most] = waiting.toSorted((a, b) => b.uncovered - a.uncovered);
  const itinerary = await invoke(page, 'places.itinerary', { exclusionId: most?.exclusionId ?? '' });
  const { sessions } = itinerary.value as {
    sessions: { date: string; slot: 'am' | 'pm'; place?: unknown }[];
  };
  const free = sessions.filter(({ date, place }) => date > TODAY && place === undefined).slice(0, 4);
  const booked = await invoke(page, 'places.book', {
    exclusionId: most?.exclusionId ?? '',
    providerId,
    sessions: free.map(({ date, slot }) => ({ date, slot })),
    override: { reason: 'For the test of closing a day' },
  });
  expect(booked).toMatchObject({ ok: true });
  return { name: most?.name ?? '', day: free[0]?.date ?? '' };
}

test('a youth centre is set up by its sentences', async () => {
  const { page } = running;
  const noComplaints = watchConsole(page);
  await openAt(page, 'places/providers/new');
  await checked(page, 'new provider, nothing chosen');
  await page.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Authority centre' });
  await page.getByRole('textbox', { name: 'Name' }).fill(NAME);

  // What is typical of the kind is filled in.
  await expect(page.getByLabel('Pupils in a session')).toHaveValue('12');
  await expect(page.getByLabel('Fewest days of a stay')).toHaveValue('2');
  await expect(page.getByLabel('Most days of a stay')).toHaveValue('14');

  await page.getByRole('checkbox', { name: 'Year groups' }).check();
  for (const year of ['Year 8', 'Year 9', 'Year 10'])
    await page.getByRole('checkbox', { name: year }).check();
  await page.getByRole('checkbox', { name: 'Share of a school' }).check();
  await page.getByRole('checkbox', { name: 'Code of conduct' }).check();
  await page.getByRole('checkbox', { name: 'Cost' }).check();
  await page.getByLabel('Cost of a place in one session, in pounds').fill('38.50');
  await page.getByRole('checkbox', { name: 'Distance' }).check();
  await page.getByLabel('Miles from our school').fill('2.4');
  const short = page.getByRole('region', { name: 'In short' });
  await expect(short).toContainText(
    'Takes pupils of Years 8 to 10, up to 12 a session, at most 2 from one school, for 2 to 14 days.',
  );
  await expect(short).toContainText('A place costs £38.50 a session. It is 2.4 miles from our school.');
  await checked(page, 'new provider, filled in');

  // Rules that contradict each other are told at their sentence, and nothing is saved.
  await page.getByLabel('Most days of a stay').fill('1');
  await page.getByRole('button', { name: 'Save the provider' }).click();
  await expect(page.getByRole('alert')).toContainText(
    'The longest stay must not be shorter than the shortest.',
  );
  await checked(page, 'new provider, refused');
  await page.getByLabel('Most days of a stay').fill('14');
  await page.getByRole('button', { name: 'Save the provider' }).click();
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
  noComplaints();
});

test('every tab of a provider passes axe and fits', async () => {
  const { page } = running;
  for (const name of ['Rules', 'Week', 'Adults', 'Closed days', 'Coming', 'Changes']) {
    await tab(page, name);
    await checked(page, `provider, ${name}`);
  }
  await expect(page.getByText('Added to the list')).toBeVisible();
});

test('closing a day shows who loses a place before it is saved, and gives these up with it', async () => {
  const { page } = running;
  const providerId = page.url().split('/').at(-1) ?? '';
  const { name, day } = await bookSomebody(page, providerId);
  await tab(page, 'Coming');
  await expect(page.getByRole('table', { name: 'Places from today on' })).toContainText(name);

  await tab(page, 'Closed days');
  await page.getByRole('textbox', { name: 'First day' }).fill(day.split('-').toReversed().join('/'));
  await page.getByRole('textbox', { name: 'Why' }).fill('Boiler repair');
  await expect(page.getByText(/1 pupil would lose [12] places?/)).toBeVisible();
  await expect(page.getByRole('list', { name: 'Pupils who would lose places' })).toContainText(name);
  await checked(page, 'closing a day with a pupil on it');
  await page.getByRole('button', { name: /^Close and give/ }).click();
  await expect(page.getByText('Boiler repair')).toBeVisible();

  await tab(page, 'Changes');
  await expect(page.getByText(/^Closed: /)).toBeVisible();
  await expect(page.getByText(/of pupils given up with it/)).toBeVisible();
  const itinerary = await invoke(page, 'providers.get', { providerId });
  const { coming } = itinerary.value as { coming: { date: string }[] };
  expect(coming.length).toBeGreaterThan(0);
  expect(coming.every(({ date }) => date !== day)).toBe(true);
});

test('taking a provider out of use asks first, and keeps everything when told to', async () => {
  const { page } = running;
  await tab(page, 'Rules');
  await page.getByRole('checkbox', { name: 'In use' }).uncheck();
  await checked(page, 'changes not saved');
  await page.getByRole('button', { name: 'Save the provider' }).click();
  const dialog = page.getByRole('dialog', { name: `Save ${NAME}?` });
  await expect(dialog.getByRole('list', { name: 'Pupils who would lose places' })).toBeVisible();
  await checked(page, 'places given up');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  // What is not saved is not lost by a slip.
  await page.getByRole('link', { name: 'All providers' }).click();
  await expect(page.getByRole('dialog', { name: 'Leave without saving?' })).toBeVisible();
  await page.getByRole('button', { name: 'Stay' }).click();
  await page.getByRole('button', { name: 'Discard the changes' }).click();
  await expect(page.getByRole('checkbox', { name: 'In use' })).toBeChecked();
});

test('adults are put down for a week and for single days; too few are told with who is booked', async () => {
  const { page } = running;
  await page.getByRole('checkbox', { name: 'Adults' }).check();
  await page.getByRole('button', { name: 'Save the provider' }).click();
  await expect(page.getByRole('region', { name: 'Changes that are not saved' })).toHaveCount(0);
  await tab(page, 'Adults');
  await expect(page.getByText(/Every session needs 2 adults/)).toBeVisible();
  for (const adult of ['Jo March', 'Sam Reid']) {
    await page.getByRole('textbox', { name: 'Another adult' }).fill(adult);
    await page.keyboard.press('Enter');
  }
  await page.getByRole('checkbox', { name: 'Jo March, Friday pm' }).uncheck();
  await expect(page.getByText('too few')).toBeVisible();
  await checked(page, 'adults');
  await page.getByRole('button', { name: 'Save the adults' }).click();
  await expect(page.getByText('Adults of the week saved')).toBeVisible();
  await page.getByRole('textbox', { name: 'Adult', exact: true }).fill('Jo March');
  await page.getByRole('textbox', { name: 'Day' }).fill('20/11/2025');
  await page.getByRole('button', { name: 'Note the change' }).click();
  await expect(page.getByText('Jo March, Thu 20 November 2025 am').first()).toBeVisible();
  await checked(page, 'adults, one away');
});

test('a rota has its hosts by term, and a learning support unit its warning', async () => {
  const { page } = running;
  await openAt(page, 'places/providers/new');
  await page.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Learning support unit' });
  await expect(page.getByText('Against guidance for excluded pupils')).toBeVisible();
  await page.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Supervised study at home' });
  await expect(page.getByText('Counts only with dated visits')).toBeVisible();
  await page.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Rota of primary centres' });
  await page.getByRole('textbox', { name: 'Name' }).fill('Fenland primary centres');
  await page.getByRole('button', { name: 'Save the provider' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Fenland primary centres' })).toBeVisible();
  await tab(page, 'Rota');
  await page.getByRole('textbox', { name: 'Autumn term 2025/26' }).fill('Elm Primary School');
  await checked(page, 'rota');
  await page.getByRole('button', { name: 'Save the rota' }).click();
  await expect(page.getByText(/hosted by Elm Primary School/)).toBeVisible();
});

test('who may not edit reads the rules as sentences', async () => {
  const { page } = running;
  await workAs(page, 'provider-staff');
  await openAt(page, 'places/providers');
  await page.getByRole('link', { name: NAME }).click();
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
  await expect(page.getByText('A stay has 2 to 14 days.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save the provider' })).toHaveCount(0);
  await checked(page, 'provider, read only');
  await tab(page, 'Week');
  await checked(page, 'week, read only');
  await tab(page, 'Adults');
  await checked(page, 'adults, read only');
  await workAs(page, 'decider');
});
