import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoOverflow, watchConsole } from './support/axe.ts';
import { invoke } from './support/demonstration.ts';
import { makeKeyboard, type Keyboard } from './support/keyboard.ts';
import { launchApp } from './support/launch.ts';
import { chooseRole } from './support/main-job.ts';

test.setTimeout(240_000);

const PASSWORD = 'four small brown kettles';
const ADMINISTRATOR = 'Mrs A. Okafor';

async function setUpSchool(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const terms = [
    { schoolYear: 2025, name: 'autumn', from: '2025-09-02', to: '2025-12-19' },
    { schoolYear: 2025, name: 'spring', from: '2026-01-05', to: '2026-03-27' },
    { schoolYear: 2025, name: 'summer', from: '2026-04-13', to: '2026-07-21' },
  ];
  const result = await invoke(page, 'setup.create-school', {
    school: { laEstab: '8734001', name: 'Fenland Academy', phase: 'secondary' },
    headName: ADMINISTRATOR,
    administrator: { name: ADMINISTRATOR, password: PASSWORD },
    terms,
    closures: [],
    sessionTimes: [
      { slot: 'am', starts: '08:45', ends: '12:15' },
      { slot: 'pm', starts: '13:05', ends: '15:15' },
    ],
  });
  expect(result).toMatchObject({ ok: true });
  await page.getByRole('button', { name: 'Do this later' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

/** A choice of the menu behind the user's name. */
async function choose(page: Page, keys: Keyboard, label: string): Promise<void> {
  await keys.to(page.getByRole('banner').locator('button[aria-haspopup="menu"]'), 'Shift+Tab');
  await keys.press('Enter');
  const item = page.getByRole('menuitem', { name: label });
  await expect(item).toBeVisible();
  for (let steps = 0; steps < 14; steps += 1) {
    if (await item.evaluate((element) => element === document.activeElement)) break;
    await keys.press('ArrowDown');
  }
  await keys.press('Enter');
}

async function signIn(page: Page, keys: Keyboard, name: string, password: string): Promise<void> {
  await keys.fill(page.getByRole('textbox', { name: 'Your name' }), name);
  await keys.fill(page.getByLabel('Password', { exact: true }), password);
  await keys.press('Enter');
}

test('people sign in, are let in, lock and unlock over a half-filled form, by keyboard alone', async () => {
  const first = await launchApp({ today: '2025-11-12' });
  const { page, data } = first;
  const keys = makeKeyboard(page);
  const noComplaints = watchConsole(page);
  let temporary = '';

  await test.step('whoever set up the school is signed in, and signs out', async () => {
    await setUpSchool(page);
    await expect(page.getByRole('banner')).toContainText(ADMINISTRATOR);
    await choose(page, keys, 'Sign out');
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    await expectAccessible(page, 'sign in');
    await expectNoOverflow(page, 'sign in');
    // The name is remembered, so the password is what is asked for.
    await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
    expect(await invoke(page, 'pupils.list', {})).toMatchObject({ ok: false, error: { code: 'signed-out' } });
  });

  await test.step('wrong passwords, then the right one', async () => {
    await keys.type('not the password');
    await keys.press('Enter');
    await expect(page.getByText('The name or the password is not right.')).toBeVisible();
    await expectAccessible(page, 'wrong password');
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
    await signIn(page, keys, 'mrs a okafor', PASSWORD);
    await expect(page.getByRole('banner')).toContainText(ADMINISTRATOR);
  });

  await test.step('let somebody in with a temporary password', async () => {
    await chooseRole(page, keys, 'Administrator');
    await keys.activate(page.getByRole('navigation').getByRole('link', { name: /^Settings/ }));
    await keys.activate(page.getByRole('link', { name: 'People' }));
    await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
    await expect(page.getByRole('row', { name: new RegExp(ADMINISTRATOR) })).toBeVisible();
    await expectAccessible(page, 'people');
    await expectNoOverflow(page, 'people');
    await keys.activate(page.getByRole('button', { name: 'Add a person' }));
    await keys.type('Ben Hale');
    await keys.to(page.getByRole('combobox', { name: 'Works as' }));
    await keys.type('Admin staff');
    await expectAccessible(page, 'add a person');
    await keys.activate(page.getByRole('button', { name: /^Add and give/ }));
    temporary = (await page.locator('code').textContent()) ?? '';
    expect(temporary).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){2}$/);
    await expectAccessible(page, 'temporary password');
    await keys.press('Enter');
    await expect(page.locator('code')).toHaveCount(0);
  });

  await test.step('they sign in, and must choose a password of their own', async () => {
    await choose(page, keys, 'Sign out');
    await signIn(page, keys, 'Ben Hale', temporary);
    await expect(page.getByRole('heading', { level: 1, name: /password of your own/ })).toBeVisible();
    await expectAccessible(page, 'own password');
    await keys.fill(page.getByLabel('The temporary password'), temporary);
    await keys.fill(page.getByLabel('Your new password'), 'fenland academy 1');
    await expect(page.getByText(/among the first that somebody tries/)).toBeVisible();
    await keys.fill(page.getByLabel('Your new password'), 'seven slow green tractors');
    await expect(page.getByText(/This meets the rule/)).toBeVisible();
    await keys.press('Enter');
    await expect(page.getByRole('banner')).toContainText('Ben Hale');
  });

  await test.step('lock over a half-filled form, and find it again', async () => {
    await keys.press('Control+N');
    const account = page.getByRole('textbox', { name: 'What happened' });
    await keys.fill(account, 'Threw a chair in the');
    await keys.press('Control+L');
    await expect(page.getByRole('heading', { level: 1, name: 'Locked' })).toBeVisible();
    await expect(page.getByLabel('Password of Ben Hale')).toBeFocused();
    await expect(account).toBeHidden();
    // Nothing of what lies behind is in the tree that screen readers see, nor reached with Tab.
    await expect(page.getByRole('textbox', { name: 'What happened' })).toHaveCount(0);
    for (let tabs = 0; tabs < 8; tabs += 1) {
      await keys.press('Tab');
      const inside = await page.evaluate(
        () =>
          document.activeElement === document.body ||
          document.activeElement?.closest('[data-lock-screen]') !== null,
      );
      expect(inside).toBe(true);
    }
    expect(await invoke(page, 'pupils.list', {})).toMatchObject({ ok: false, error: { code: 'signed-out' } });
    await expectAccessible(page, 'locked');
    await keys.fill(page.getByLabel('Password of Ben Hale'), 'seven slow green tractors');
    await keys.press('Enter');
    await expect(account).toHaveValue('Threw a chair in the');
    await expect(account).toBeFocused();
    await keys.type(' dining hall');
    await expect(account).toHaveValue('Threw a chair in the dining hall');
  });

  await test.step('too many wrong passwords make wait, in words with the time', async () => {
    await keys.press('Control+L');
    for (let n = 1; n <= 4; n += 1) {
      await keys.fill(page.getByLabel('Password of Ben Hale'), `wrong ${n}`);
      await keys.press('Enter');
      await expect(page.getByLabel('Password of Ben Hale')).toHaveValue('');
    }
    await expect(page.getByText(/in 5 seconds, at 12.00 and 5 seconds/)).toBeVisible();
    await expectAccessible(page, 'waiting');
  });

  await test.step('a reload neither unlocks nor lets out what was there', async () => {
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Locked' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'What happened' })).toHaveCount(0);
  });
  noComplaints();
  await first.close();

  await test.step('the next day the wait is over, and nobody is signed in', async () => {
    const second = await launchApp({ data, today: '2025-11-13' });
    const theirs = makeKeyboard(second.page);
    // Where the system keeps no key, the database itself asks first; who opens it so has signed in.
    await expect(
      second.page.getByRole('heading', { level: 1, name: /^(Sign in|Open the records)$/ }),
    ).toBeVisible();
    await signIn(second.page, theirs, 'Ben Hale', 'seven slow green tractors');
    await expect(second.page.getByRole('banner')).toContainText('Ben Hale');
    await second.close();
  });
});
