import { expect, type Page } from '@playwright/test';
import type { Keyboard } from './keyboard.ts';

// The steps of the main job as a person does them: with the keyboard, by what the screen says.

export interface CaseToRecord {
  /** What is typed to find the pupil, and the name that is picked. */
  readonly search: string;
  readonly pupil: string;
  readonly account: string;
  /** As typed, e.g. `17/11/2025`. */
  readonly starts: string;
  readonly days: string;
  readonly reason: string;
  /** The head: chosen already, as nobody else may decide. */
  readonly decidedBy: string;
}

/** From anywhere to a case that is filled in, on the last field. */
export async function recordExclusion(page: Page, keys: Keyboard, one: CaseToRecord): Promise<void> {
  await keys.press('Control+N');
  await expect(page.getByRole('heading', { level: 1, name: 'Record an exclusion' })).toBeVisible();
  await keys.to(page.getByRole('combobox', { name: 'Pupil' }));
  await keys.type(one.search);
  await expect(page.getByRole('option', { name: one.pupil }).first()).toBeVisible();
  await keys.press('Enter');
  await keys.fill(page.getByRole('textbox', { name: 'What happened' }), one.account);
  await keys.fill(page.getByRole('textbox', { name: 'Starts' }), one.starts);
  await keys.to(page.getByRole('radio', { name: 'am' }).or(page.getByRole('radio', { name: 'pm' })));
  await keys.press('ArrowLeft');
  await keys.fill(page.getByLabel('Length'), one.days);
  await keys.to(page.getByRole('combobox', { name: 'Reasons' }));
  await keys.type(one.reason);
  await expect(page.getByRole('option').first()).toBeVisible();
  await keys.press('Enter');
  await expect(page.getByRole('list', { name: 'Reasons chosen' })).toContainText(one.reason);
  await expect(page.getByRole('radio', { name: one.decidedBy })).toBeChecked();
}

/** The check in words, then the issue; ends on the page of the case, on the button of what is next. */
export async function checkAndIssue(page: Page, keys: Keyboard): Promise<void> {
  await keys.press('Control+Enter');
  await expect(page.getByRole('group', { name: 'Check before you issue' })).toBeFocused();
  await keys.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Next' }).locator(':focus')).toBeVisible();
}

/** From the page of the case to the board with the pupil picked. */
export async function goToPlaces(page: Page, keys: Keyboard): Promise<void> {
  await keys.press('p');
  await expect(page.getByRole('heading', { level: 1, name: 'Places' })).toBeVisible();
}

/** On the board with a pupil picked: the row of `provider` takes every session it can. */
export async function bookRow(page: Page, keys: Keyboard, provider: string, hold = false): Promise<void> {
  const grid = page.getByRole('grid', { name: /Places by provider/ });
  await keys.to(grid.getByRole('gridcell').and(page.locator('[tabindex="0"]')));
  for (let row = 0; row < 40; row += 1) {
    const label = await page.evaluate(
      () => document.activeElement?.closest('tr')?.querySelector('th')?.textContent ?? '',
    );
    if (label.includes(provider)) break;
    await keys.press('ArrowDown');
  }
  await keys.press(hold ? 'h' : 'Enter');
}

/** Works in another role, through the menu behind the user's name. */
export async function chooseRole(page: Page, keys: Keyboard, role: string): Promise<void> {
  // Backwards: the banner stands before the page, whose tables can be long.
  await keys.to(page.getByRole('banner').locator('button[aria-haspopup="menu"]'), 'Shift+Tab');
  await keys.press('Enter');
  const item = page.getByRole('menuitemradio', { name: role }).or(page.getByRole('menuitem', { name: role }));
  await expect(item.first()).toBeVisible();
  for (let steps = 0; steps < 12; steps += 1) {
    if (await item.first().evaluate((element) => element === document.activeElement)) break;
    await keys.press('ArrowDown');
  }
  await keys.press('Enter');
  await expect(page.getByRole('banner')).toContainText(role);
}

/** Opens a screen from the rail. */
export async function openScreen(page: Page, keys: Keyboard, name: string): Promise<void> {
  await keys.activate(page.getByRole('navigation').getByRole('link', { name: new RegExp(`^${name}`) }));
  await expect(page.locator('main').getByRole('heading', { level: 1 })).toBeFocused();
}
