import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { OperationInput, OperationName, OperationOutput } from '#shared/contract/contract.ts';
import { addAwayPupils } from '../builders/away-school.ts';
import { postgresPrograms, type TestServer } from '../builders/postgres-server.ts';
import { makeSharedServer, type SharedDatabase } from '../builders/shared-app.ts';
import { expectAccessible, expectNoOverflow, watchConsole } from './support/axe.ts';
import { invoke } from './support/demonstration.ts';
import { makeKeyboard } from './support/keyboard.ts';
import { answerDialogs, launchApp, type RunningApp } from './support/launch.ts';
import { checkAndIssue, recordExclusion } from './support/main-job.ts';

test.skip(postgresPrograms() === undefined, 'There is no PostgreSQL on this machine.');
test.setTimeout(400_000);

const PASSWORD = 'four small brown kettles';
const PUPILS = ['Draycott', 'Orme', 'Sethi'];

let server: TestServer;
let database: SharedDatabase;
test.beforeAll(async () => {
  ({ server, database } = await makeSharedServer());
  const schoolId = await database.school();
  await addAwayPupils(database.store);
  await database.person({ name: 'Mrs Head', roles: ['decider', 'administrator'], schoolId });
});
test.afterAll(async () => {
  await database.close();
  await server.remove();
});

test('a morning without the server: three exclusions with their letters, sent once and in order when it is back', async () => {
  const data = await database.folder();
  const running = await launchApp({ today: '2025-11-12', data });
  const { page } = running;
  const keys = makeKeyboard(page);
  const noComplaints = watchConsole(page);
  const strip = page.getByRole('contentinfo');

  await test.step('signed in, this PC keeps what the office needs', async () => {
    await keys.fill(page.getByRole('textbox', { name: 'Your name' }), 'mrs head');
    await keys.fill(page.getByLabel('Password', { exact: true }), PASSWORD);
    await keys.press('Enter');
    await expect(page.getByRole('banner')).toContainText('Mrs Head', { timeout: 30_000 });
    const away = join(data, 'away');
    await expect.poll(() => (existsSync(away) ? readdirSync(away) : []), { timeout: 60_000 }).toHaveLength(1);
  });

  await test.step('the server stops, and the window says so quietly', async () => {
    await server.stop();
    await keys.press('Control+N');
    await expect(strip).toContainText('The shared database cannot be reached since 12.00.', {
      timeout: 30_000,
    });
    await expect(strip).toContainText('Exclusions can be recorded; places wait.');
    await expectAccessible(page, 'away');
    await expectNoOverflow(page, 'away');
  });

  const folder = mkdtempSync(join(tmpdir(), 'first-day-letters-'));
  for (const pupil of PUPILS) {
    await test.step(`an exclusion of ${pupil} is recorded and its letter printed`, async () => {
      await recordExclusion(page, keys, {
        search: pupil.toLowerCase(),
        pupil,
        account: 'Threw a chair in the dining hall at the end of lunch.',
        starts: '17/11/2025',
        days: '2.5',
        reason: 'DB',
        decidedBy: 'Mrs Head',
      });
      await checkAndIssue(page, keys);
      await printLetter(running, pupil, join(folder, `${pupil}.pdf`));
      expect(
        readFileSync(join(folder, `${pupil}.pdf`))
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
    });
  }

  await test.step('the outbox lists what waits', async () => {
    await keys.activate(strip.getByRole('link', { name: /waiting to be sent/ }));
    await expect(page.getByRole('heading', { level: 1, name: 'Outbox' })).toBeVisible();
    await expect(page.getByRole('heading', { name: /Issue an exclusion/ })).toHaveCount(3);
    await expectAccessible(page, 'outbox');
    await expectNoOverflow(page, 'outbox');
  });

  await test.step('the server is back: the outbox empties by itself', async () => {
    await server.start();
    await expect(page.getByText('Nothing waits to be sent')).toBeVisible({ timeout: 60_000 });
    await expect(strip).not.toContainText('cannot be reached');
    const { issued, sent, trail } = await database.store.read(async (db) => {
      const { exclusions, letterIssues, audit } = db.tables;
      return {
        issued: await db.select({ id: exclusions.id, state: exclusions.state }).from(exclusions),
        sent: await db.select({ id: letterIssues.id }).from(letterIssues),
        trail: await db
          .select({ operation: audit.operation, subjectType: audit.subjectType })
          .from(audit)
          .orderBy(audit.id),
      };
    });
    expect(issued.map(({ state }) => state)).toEqual(['issued', 'issued', 'issued']);
    expect(sent).toHaveLength(3);
    expect(
      trail.filter(
        ({ operation, subjectType }) => operation === 'exclusions.issue' && subjectType === 'exclusion',
      ),
    ).toHaveLength(3);
    expect(trail.filter(({ operation }) => operation === 'outbox.printed')).toHaveLength(3);
  });
  await running.close();
  noComplaints();
});

/** Fills the gaps of the letter to the parents, prints it as PDF and logs it as sent. */
async function printLetter(running: RunningApp, pupil: string, path: string): Promise<void> {
  const { page } = running;
  const { rows } = await must(page, 'exclusions.list', { state: 'issued', limit: 20 });
  const row = rows.find(({ pupilName }) => pupilName.includes(pupil));
  const exclusionId = row?.id ?? '';
  const { letters } = await must(page, 'letters.list', { exclusionId });
  const templateId =
    letters.find((one) => one.needed && one.templateId.startsWith('parents-'))?.templateId ?? '';
  const { gaps } = await must(page, 'letters.open', { exclusionId, templateId });
  const typed = gaps
    .filter(({ from, editable }) => from === 'missing' && editable)
    .map(({ key, label }) => [key, `Typed: ${label}`]);
  const { version } = await must(page, 'letters.save', {
    exclusionId,
    templateId,
    gaps: Object.fromEntries(typed) as Record<string, string>,
  });
  await answerDialogs(running, { save: path });
  await must(page, 'letters.export', { exclusionId, templateId, format: 'pdf' });
  const how = { sentTo: 'Ms Dana Ashdown', sentHow: 'by hand', sentOn: '2025-11-12' } as const;
  await must(page, 'letters.issue', { exclusionId, templateId, version, ...how });
}

async function must<N extends OperationName>(
  page: Page,
  name: N,
  input: OperationInput<N>,
): Promise<OperationOutput<N>> {
  const result = await invoke(page, name, input);
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result)}`);
  return result.value as OperationOutput<N>;
}
