import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, watchConsole } from './support/axe.ts';
import { invoke, launchDemonstration, openAt, workAs } from './support/demonstration.ts';
import { makeKeyboard, type Keyboard } from './support/keyboard.ts';
import type { RunningApp } from './support/launch.ts';
import { bookRow } from './support/main-job.ts';

/** What booking a suggested itinerary of five days from the Today page may cost, in keys. */
const MOST_KEYS = 12;

let running: RunningApp;
let keys: Keyboard;

interface Waiting {
  readonly exclusionId: string;
  readonly name: string;
  readonly title: string;
}

interface Stayed {
  readonly date: string;
  readonly place?: { readonly placeId: string };
}

const waitingNow = async (page: Page): Promise<readonly Waiting[]> =>
  ((await invoke(page, 'places.queue', {})).value as { readonly waiting: readonly Waiting[] }).waiting;

/** A pupil out for five days from today without any place: the one the demonstration has, places given back. */
async function fiveDaysWithout(page: Page): Promise<Waiting> {
  const found = (await waitingNow(page)).find(({ title }) =>
    title.startsWith('Suspension, 5 days from Mon 23'),
  );
  if (found === undefined) throw new Error('Nobody of the demonstration is out for five days from today.');
  const { value } = await invoke(page, 'places.itinerary', { exclusionId: found.exclusionId });
  const placeIds = (value as { readonly sessions: readonly Stayed[] }).sessions.flatMap(
    ({ place }) => place?.placeId ?? [],
  );
  const cancelled = await invoke(page, 'places.cancel', {
    placeIds,
    code: 'booked-in-error',
    reason: 'Test',
  });
  expect(cancelled).toMatchObject({ ok: true });
  return found;
}

const itineraryOf = (page: Page) => page.getByRole('list', { name: 'Itinerary' });

test.beforeEach(async () => {
  running = await launchDemonstration('2026-11-23');
  keys = makeKeyboard(running.page);
});

test.afterEach(() => running.close());

test('a five-day itinerary is booked as suggested, from the Today page, in at most twelve keys', async () => {
  const { page } = running;
  const noComplaints = watchConsole(page);
  const pupil = await fiveDaysWithout(page);
  const queue = await waitingNow(page);
  await openAt(page, 'today');
  await expect(page.getByRole('button', { name: /^Find places/ })).toBeVisible();

  const before = keys.count();
  // Each P goes to the next pupil of the queue, most urgent first, with the focus on what books the suggestion.
  for (const { name } of queue.slice(
    0,
    queue.findIndex((one) => one.exclusionId === pupil.exclusionId) + 1,
  )) {
    await keys.press('p');
    await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Book this/ })).toBeFocused();
  }
  await expect(page.getByRole('heading', { level: 3, name: 'Suggested: 10 sessions' })).toBeVisible();
  await expect(itineraryOf(page).getByText('Proposed')).toHaveCount(5);
  await keys.press('Enter');
  await expect(page.getByText('Every session to come is covered').first()).toBeVisible();
  const used = keys.count() - before;

  await expect(itineraryOf(page).getByText('Booked', { exact: true })).toHaveCount(10);
  await expect(page.getByText(/^10 sessions booked at/)).toBeVisible();
  test.info().annotations.push({ type: 'keys', description: `five days booked with ${used} keys` });
  expect(used).toBeLessThanOrEqual(MOST_KEYS);
  await expectAccessible(page, 'Places, itinerary booked');
  noComplaints();
});

test('a run of the suggestion is left out, the rest is held with its countdown, and then confirmed', async () => {
  const { page } = running;
  const pupil = await fiveDaysWithout(page);
  await openAt(page, `places?exclusion=${pupil.exclusionId}`);
  const suggested = page.getByRole('region', { name: /^Suggested/ });
  await expect(suggested).toBeVisible();
  await expectAccessible(page, 'Places with a suggestion');
  await keys.press('s');
  await expect(page.getByRole('button', { name: /^Book this/ })).toBeFocused();
  await keys.to(suggested.getByRole('checkbox').last(), 'Shift+Tab');
  await keys.press('Space');
  await expect(itineraryOf(page).getByText('NO PLACE').first()).toBeVisible();
  await keys.activate(page.getByRole('button', { name: 'Hold this' }));
  await expect(
    itineraryOf(page)
      .getByText(/^Held, 24 h left/)
      .first(),
  ).toBeVisible();
  await keys.activate(page.getByRole('button', { name: /^Confirm \d+ holds/ }));
  await expect(itineraryOf(page).getByText('Booked', { exact: true }).first()).toBeVisible();
  await expect(itineraryOf(page).getByText(/^Held/)).toHaveCount(0);
});

test('who goes with the pupil is asked where the provider asks for it, and kept with the place', async () => {
  const { page } = running;
  const [first] = await waitingNow(page);
  await openAt(page, `places?exclusion=${first?.exclusionId ?? ''}`);
  await bookRow(page, keys, 'Lapwing House');
  const asked = page.getByRole('textbox', { name: 'Who goes with the pupil' });
  await expect(asked).toBeFocused();
  await expectAccessible(page, 'Places, who goes along');
  await keys.type('Mr Hale');
  await keys.press('Enter');
  await expect(itineraryOf(page).getByText('with Mr Hale').first()).toBeVisible();
});

test('rules are waived with a reason by a role that may; another role reads who may', async () => {
  const { page } = running;
  const pupil = await fiveDaysWithout(page);
  await workAs(page, 'recorder');
  await openAt(page, `places?exclusion=${pupil.exclusionId}`);
  const cell = page.locator('[data-provider="learning-centre"][data-column="0"]');
  await cell.focus();
  await expect(
    page.getByText(/This can be waived by: Head teacher or deputy and Administrator/),
  ).toBeVisible();
  await workAs(page, 'decider');
  await openAt(page, 'today');
  await openAt(page, `places?exclusion=${pupil.exclusionId}`);
  await bookRow(page, keys, 'Fenlow Learning Centre');
  const reason = page.getByRole('textbox', { name: 'Why are they waived?' });
  await expect(reason).toBeFocused();
  await expect(page.getByRole('listitem').filter({ hasText: 'It does not take Year 10' })).toBeVisible();
  await expectAccessible(page, 'Places, waiving a rule');
  await keys.type('Agreed with the centre');
  await keys.press('Enter');
  await expect(page.getByText(/booked at Fenlow Learning Centre/)).toBeVisible();
  await expect(page.getByRole('gridcell').and(page.locator(':focus'))).toBeVisible();
});
