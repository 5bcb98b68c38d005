import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { launchDemonstration } from './support/demonstration.ts';
import { makeKeyboard, type Keyboard } from './support/keyboard.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
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
  account:
    'Threw a chair in the dining hall at the end of lunch and refused to leave with a member of staff.',
  starts: '7/12/2026',
  days: '2.5',
  reason: 'DB',
  decidedBy: 'Mrs H Okafor-Lindqvist',
};

test('an exclusion is recorded, issued and placed with the keyboard alone', async () => {
  const { page } = running;
  const before = keys.count();
  await recordExclusion(page, keys, oneCase);
  await expect(page.getByText('Mon 7 December am and pm')).toBeVisible();
  await expectAccessible(page, 'Record, filled in');
  await keys.press('Control+Enter');
  await expect(page.getByRole('group', { name: 'Check before you issue' })).toBeVisible();
  await expectAccessible(page, 'Check before you issue');
  await keys.press('Escape');
  await checkAndIssue(page, keys);
  await goToPlaces(page, keys);
  test.info().annotations.push({
    type: 'keys',
    description: `recorded and issued with ${keys.count() - before} keys`,
  });

  await expect(page.getByRole('heading', { level: 2, name: /Draycott/ })).toBeVisible();
  const booked = keys.count();
  await bookRow(page, keys, 'The Boathouse');
  await expect(page.getByText('NO PLACE')).toHaveCount(0);
  test.info().annotations.push({
    type: 'keys',
    description: `five sessions booked with ${keys.count() - booked} keys`,
  });
  await expectAccessible(page, 'Places, booked');
});

test('a draft that nobody saved is there when the window is opened again', async () => {
  const { page, data } = running;
  await recordExclusion(page, keys, oneCase);
  await expect(page.getByText(/^Draft/).first()).toBeVisible();
  await expect(page.getByText(/^Draft saved at/)).toBeVisible();
  await running.close();
  running = await launchApp({ data, today: '2026-11-23' });
  const again = makeKeyboard(running.page);
  // Backwards: the drafts stand at the end of the page, after everything that is due.
  await again.to(running.page.getByRole('link', { name: /Draycott/ }).last(), 'Shift+Tab');
  await again.press('Enter');
  await expect(running.page.getByRole('textbox', { name: 'What happened' })).toHaveValue(oneCase.account);
});

test('what would break the rules is refused where it was typed, and nothing is lost', async () => {
  const { page } = running;
  await recordExclusion(page, keys, { ...oneCase, starts: '5/12/2026' });
  await keys.press('Control+Enter');
  await expect(page.getByRole('alert').getByRole('link', { name: /weekend/ })).toBeVisible();
  await expectAccessible(page, 'Record with errors');
  await expect(page.getByRole('textbox', { name: 'What happened' })).toHaveValue(oneCase.account);
});
