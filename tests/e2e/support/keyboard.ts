import { expect, type Locator, type Page } from '@playwright/test';

/** How many Tabs a screen may cost from end to end before we call it unreachable. */
const MOST_TABS = 150;

/** Types and presses as a person without a mouse; counts the keys. */
export interface Keyboard {
  /** Keys pressed and characters typed so far. */
  count(): number;
  press(keys: string, times?: number): Promise<void>;
  type(text: string): Promise<void>;
  /** Tab (or Shift+Tab) until `target` has the focus. */
  to(target: Locator, direction?: 'Tab' | 'Shift+Tab'): Promise<void>;
  /** Tab to `target`, then press Enter. */
  activate(target: Locator): Promise<void>;
  /** Tab to a field and type over what is in it. */
  fill(target: Locator, text: string): Promise<void>;
}

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluateAll((elements) => elements.some((element) => element === document.activeElement));

export function makeKeyboard(page: Page): Keyboard {
  let count = 0;
  const press = async (keys: string, times = 1) => {
    for (let time = 0; time < times; time += 1) await page.keyboard.press(keys);
    count += times;
  };
  const to: Keyboard['to'] = async (target, direction = 'Tab') => {
    await expect(target.first()).toBeVisible();
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if (await hasFocus(target)) return;
      await press(direction);
    }
    throw new Error(`No Tab leads to ${String(target)}`);
  };
  const type = async (text: string) => {
    await page.keyboard.type(text);
    count += text.length;
  };
  return {
    count: () => count,
    press,
    type,
    to,
    activate: async (target) => {
      await to(target);
      await press('Enter');
    },
    fill: async (target, text) => {
      await to(target);
      await press('Control+A');
      await type(text);
    },
  };
}
