import { expect, test, type Page } from '@playwright/test';
import { fixedClock } from '#main/platform/clock.ts';
import { wholeWeek } from '../builders/provider-book.ts';
import { addPupils, pupilRecord } from '../builders/pupil-row.ts';
import { postgresPrograms, type TestServer } from '../builders/postgres-server.ts';
import { makeSharedServer, type SharedDatabase } from '../builders/shared-app.ts';
import { expectAccessible, expectNoOverflow } from './support/axe.ts';
import { invoke, openAt, workAs } from './support/demonstration.ts';
import { launchApp, type RunningApp } from './support/launch.ts';

test.skip(postgresPrograms() === undefined, 'There is no PostgreSQL on this machine.');
test.setTimeout(240_000);

const PASSWORD = 'four small brown kettles';

let server: TestServer;
let database: SharedDatabase;
let windows: RunningApp[] = [];
let [head, office]: Page[] = [];

test.beforeAll(async () => {
  ({ server, database } = await makeSharedServer());
  const schoolId = await database.school();
  await addPupils({ services: { store: database.store, clock: fixedClock('2025-11-12') } }, [
    pupilRecord(1, { surname: 'Draycott', forename: 'Niamh' }),
    pupilRecord(2, { surname: 'Hollis', forename: 'Tyrone' }),
  ]);
  await database.person({ name: 'Mrs Head', roles: ['decider', 'administrator'], schoolId });
  await database.person({ name: 'Ben Hale', roles: ['recorder'], schoolId });
  windows = await Promise.all(
    ['Mrs Head', 'Ben Hale'].map(async (name) => {
      const running = await launchApp({ today: '2025-11-12', data: await database.folder() });
      await signIn(running.page, name);
      return running;
    }),
  );
  [head, office] = windows.map(({ page }) => page);
});
test.afterAll(async () => {
  await Promise.all(windows.map((running) => running.close()));
  await database.close();
  await server.remove();
});

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your name' }).fill(name);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('banner')).toContainText(name);
}

async function must<T>(page: Page, operation: string, input: object): Promise<T> {
  const result = await invoke(page, operation, input);
  expect(result, operation).toMatchObject({ ok: true });
  // What an operation answers is known where it is asked.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return result.value as T;
}

const both = (): { readonly head: Page; readonly office: Page } => {
  if (!head || !office) throw new Error('no windows');
  return { head, office };
};

const draftOf = (pupilId: string) => ({
  pupilId,
  kind: 'fixed-period',
  startDate: '2025-11-13',
  halfDays: 4,
  incidentOn: '2025-11-12',
  incidentAccount: 'Pushed another pupil.',
  reasons: ['PP'],
  decidedBy: 'Mrs Head',
});

test('a booking made in one window is on the other’s board in less than a second', async () => {
  const { head: one, office: other } = both();
  const { id: providerId } = await must<{ id: string }>(one, 'providers.save', {
    kind: 'pru',
    name: 'Oak PRU',
    sessions: wholeWeek(2),
  });
  const { id: exclusionId } = await must<{ id: string }>(one, 'exclusions.issue', draftOf('pupil-1'));
  await openAt(other, 'places');
  const cell = other.locator(`td[data-provider="${providerId}"][data-column="6"]`);
  await expect(cell).toBeVisible();
  const before = await cell.getAttribute('aria-label');

  const seen = other.evaluate(
    ({ provider, label }) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const now = document.querySelector(`td[data-provider="${provider}"][data-column="6"]`);
          if (now && now.getAttribute('aria-label') !== label) resolve(Date.now());
          else requestAnimationFrame(look);
        };
        look();
      }),
    { provider: providerId, label: before },
  );
  const asked = Date.now();
  await must(one, 'places.book', {
    exclusionId,
    providerId,
    sessions: [{ date: '2025-11-13', slot: 'am' }],
  });
  const booked = Date.now();
  const shown = await seen;
  test.info().annotations.push({
    type: 'live',
    description: `on the other board ${String(shown - asked)} ms after it was asked for, ${String(shown - booked)} ms after it was answered`,
  });
  expect(shown - booked).toBeLessThan(1000);
  await expect(cell).not.toHaveAttribute('aria-label', before ?? '');
});

test('the same draft changed in both windows: both versions are shown, and nothing is lost', async () => {
  const { head: one, office: other } = both();
  const { id } = await must<{ id: string }>(other, 'exclusions.save-draft', draftOf('pupil-2'));
  for (const page of [one, other]) await openAt(page, `record?exclusion=${id}`);
  await expect(one.getByText(/^Ben Hale has had this open since .*\d+\.\d\d [ap]m\.$/)).toBeVisible();
  await expect(other.getByText(/^Mrs Head has had this open since/)).toBeVisible();
  await expectAccessible(one, 'who else has it open');

  const account = (page: Page) => page.getByRole('textbox', { name: 'What happened' });
  await other.getByRole('textbox', { name: 'Place' }).fill('Library');
  await Promise.all([account(one).fill('Seen from the door.'), account(other).fill('Seen from the window.')]);
  const troubled = (page: Page) => page.getByRole('alert').filter({ hasText: 'The draft is not saved yet' });
  await expect.poll(async () => (await troubled(one).count()) + (await troubled(other).count())).toBe(1);
  const late = (await troubled(one).count()) === 1 ? one : other;
  const mine = late === one ? 'Seen from the door.' : 'Seen from the window.';
  const theirs = late === one ? 'Seen from the window.' : 'Seen from the door.';
  await expect(account(late)).toHaveValue(mine);

  await late.getByRole('button', { name: 'Compare both versions' }).click();
  const dialog = late.getByRole('dialog', { name: 'Two versions of this draft' });
  await expect(dialog.getByRole('row', { name: /What happened/ })).toContainText(theirs);
  await expect(dialog.getByRole('row', { name: /What happened/ })).toContainText(mine);
  await expectAccessible(late, 'two versions');
  await expectNoOverflow(late, 'two versions');
  await dialog.getByRole('button', { name: 'Save what is chosen' }).click();
  await expect(dialog.getByText('Choose one of the two.')).toBeVisible();
  await dialog.getByRole('radio', { name: 'What happened: yours' }).check();
  await dialog.getByRole('button', { name: 'Save what is chosen' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(late.getByText(/^Draft saved at/)).toBeVisible();

  await expect
    .poll(async () => (await must<{ draft: object }>(late, 'exclusions.get', { id })).draft)
    .toMatchObject({ incidentAccount: mine, incidentPlace: 'Library' });
  // The version that was not chosen is in the audit trail.
  const trail = await database.store.read((db) =>
    db.select({ detail: db.tables.audit.detail }).from(db.tables.audit),
  );
  expect(JSON.stringify(trail)).toContain(theirs);
});

test('a draft issued in one window while the other types: what is typed stays to be kept', async () => {
  const { head: one, office: other } = both();
  const draft = draftOf('pupil-2');
  const { id, version } = await must<{ id: string; version: number }>(other, 'exclusions.save-draft', {
    ...draft,
    startDate: '2025-11-24',
  });
  await openAt(other, `record?exclusion=${id}`);
  const account = other.getByRole('textbox', { name: 'What happened' });
  await account.fill('Told by two pupils.');
  await must(one, 'exclusions.issue', { ...draft, startDate: '2025-11-24', id, version });
  await expect(other.getByRole('alert').filter({ hasText: 'was issued by Mrs Head' })).toBeVisible();
  await expect(account).toHaveValue('Told by two pupils.');
  await other.getByRole('button', { name: 'Compare both versions' }).click();
  await expect(other.getByRole('dialog')).toContainText('Told by two pupils.');
  await expect(other.getByRole('dialog')).toContainText('binds');
  await other.keyboard.press('Escape');
  await other.getByRole('button', { name: 'Keep mine as a new draft' }).click();
  await expect(other.getByText(/^Draft saved at/)).toBeVisible();
});

test('a contact changed in both windows: both versions are shown, and what each changed is kept', async () => {
  const { head: one, office: other } = both();
  const contact = { pupilId: 'pupil-1', relation: 'parent', name: 'Mrs Draycott', position: 1 };
  const saved = await must<{ id: string; version: number }>(one, 'contacts.save', contact);
  await openAt(other, 'pupils/pupil-1');
  await other.getByRole('button', { name: 'Change Mrs Draycott' }).click();
  const telephone = other.getByRole('textbox', { name: 'Telephone' });
  await telephone.fill('01632 960001');
  await must(one, 'contacts.save', { ...contact, ...saved, email: 'draycott@example.org' });
  await telephone.press('Enter');
  await other.getByRole('button', { name: 'Compare both versions' }).click();
  const dialog = other.getByRole('dialog', { name: 'Two versions' });
  await expect(dialog.getByRole('row', { name: /Telephone/ })).toContainText('01632 960001');
  await expect(dialog.getByRole('row', { name: /E-mail/ })).toContainText('draycott@example.org');
  await expectAccessible(other, 'two versions of a contact');
  await dialog.getByRole('button', { name: 'Take what is chosen' }).click();
  await expect(telephone).toHaveValue('01632 960001');
  await telephone.press('Enter');
  await expect(telephone).toHaveCount(0);
  const { contacts } = await must<{ contacts: object[] }>(other, 'contacts.list', { pupilId: 'pupil-1' });
  expect(contacts).toMatchObject([{ phone: '01632 960001', email: 'draycott@example.org' }]);
});

test('an administrator opens a provider to the area, and sees how the server is', async () => {
  const { head: page } = both();
  await workAs(page, 'administrator');
  const { id } = await must<{ id: string }>(page, 'providers.save', {
    kind: 'pru',
    name: 'The Bridge',
    sessions: wholeWeek(2),
  });
  await openAt(page, `places/providers/${id}`);
  await page.getByRole('button', { name: 'Open to the whole area…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Open to the whole area' }).click();
  await expect(page.getByText('Whole area', { exact: true })).toBeVisible();
  await openAt(page, 'settings');
  const tabs = page.getByRole('navigation', { name: 'Settings' });
  await expect(tabs.getByRole('link', { name: 'Keys' })).toHaveCount(0);
  await tabs.getByRole('link', { name: 'Shared database' }).click();
  await expect(page.getByRole('cell', { name: /^The server answers a question in/ })).toBeVisible();
  await expect(page.getByText('Nothing was changed past First Day')).toBeVisible();
  await expectAccessible(page, 'how the server is');
  await expectNoOverflow(page, 'how the server is');
  await page.getByRole('button', { name: 'Note the backup' }).click();
  await expect(page.getByRole('cell', { name: /^The last backup that was noted is of/ })).toBeVisible();
});
