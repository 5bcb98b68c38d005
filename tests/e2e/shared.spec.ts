import { expect, test } from '@playwright/test';
import { addPupils, pupilRecord } from '../builders/pupil-row.ts';
import { fixedClock } from '#main/platform/clock.ts';
import { makeSharedServer, type SharedDatabase } from '../builders/shared-app.ts';
import { postgresPrograms, type TestServer } from '../builders/postgres-server.ts';
import { expectAccessible, expectNoOverflow, watchConsole } from './support/axe.ts';
import { invoke } from './support/demonstration.ts';
import { makeKeyboard } from './support/keyboard.ts';
import { answerDialogs, launchApp } from './support/launch.ts';
import { checkAndIssue, recordExclusion } from './support/main-job.ts';

test.skip(postgresPrograms() === undefined, 'There is no PostgreSQL on this machine.');
test.setTimeout(240_000);

const PASSWORD = 'four small brown kettles';

let server: TestServer;
let database: SharedDatabase;
test.beforeAll(async () => {
  ({ server, database } = await makeSharedServer());
  const schoolId = await database.school();
  await addPupils({ services: { store: database.store, clock: fixedClock('2025-11-12') } }, [
    pupilRecord(1, { surname: 'Draycott', forename: 'Niamh' }),
  ]);
  await database.person({ name: 'Mrs Head', roles: ['decider', 'administrator'], schoolId });
});
test.afterAll(async () => {
  await database.close();
  await server.remove();
});

test('a new PC joins the shared database with its file, and an exclusion is recorded there, by keyboard alone', async () => {
  const running = await launchApp({ today: '2025-11-12' });
  const { page } = running;
  const keys = makeKeyboard(page);
  const noComplaints = watchConsole(page);

  await test.step('the file says where the database is, and the server answers', async () => {
    await answerDialogs(running, { open: [`${await database.folder()}/shared-database.json`] });
    await keys.activate(page.getByRole('button', { name: 'Join a shared database' }));
    await expect(page.getByRole('heading', { level: 1, name: 'Shared database' })).toBeVisible();
    await expectAccessible(page, 'join');
    await keys.activate(page.getByRole('button', { name: 'Choose the file…' }));
    await expect(page.getByText('The server answers')).toBeVisible();
    await expect(page.getByText(`127.0.0.1:${String(server.port)}`)).toBeVisible();
    await expectAccessible(page, 'the file chosen');
    await expectNoOverflow(page, 'the file chosen');
  });

  await test.step('joined, the window asks for a name and says which server it is for', async () => {
    await keys.activate(page.getByRole('button', { name: 'Join Test Area' }));
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Shared database' })).toContainText(database.join.database);
    await expectAccessible(page, 'sign in');
    await expectNoOverflow(page, 'sign in');
    await keys.fill(page.getByRole('textbox', { name: 'Your name' }), 'mrs head');
    await keys.fill(page.getByLabel('Password', { exact: true }), 'not the password');
    await keys.press('Enter');
    await expect(page.getByText('The name or the password is not right.')).toBeVisible();
    await keys.fill(page.getByLabel('Password', { exact: true }), PASSWORD);
    await keys.press('Enter');
    await expect(page.getByRole('banner')).toContainText('Mrs Head');
    await expect(page.getByRole('contentinfo')).toContainText('Data on the shared server');
    await expectAccessible(page, 'signed in');
  });

  await test.step('an exclusion is recorded and lies in the shared database', async () => {
    await recordExclusion(page, keys, {
      search: 'draycott',
      pupil: 'Draycott',
      account: 'Threw a chair in the dining hall at the end of lunch.',
      starts: '17/11/2025',
      days: '2.5',
      reason: 'DB',
      decidedBy: 'Mrs Head',
    });
    await checkAndIssue(page, keys);
    const states = await database.store.read((db) =>
      db.select({ state: db.tables.exclusions.state }).from(db.tables.exclusions),
    );
    expect(states).toEqual([{ state: 'issued' }]);
  });

  await test.step('the next start asks for the name again; the PC’s own database is a step away', async () => {
    await running.close();
    const again = await launchApp({ today: '2025-11-12', data: running.data });
    const next = makeKeyboard(again.page);
    await expect(again.page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    await next.activate(again.page.getByRole('button', { name: 'Use this PC’s own database' }));
    await expect(again.page.getByRole('dialog')).toBeVisible();
    await expectAccessible(again.page, 'leave?');
    await next.activate(again.page.getByRole('dialog').getByRole('button', { name: 'Use this PC’s own' }));
    await expect(again.page.getByRole('heading', { level: 1, name: 'Welcome to First Day' })).toBeVisible();
    expect(await invoke(again.page, 'app.about', {})).toMatchObject({ value: { engine: 'sqlite' } });
    await again.close();
  });
  noComplaints();
});
