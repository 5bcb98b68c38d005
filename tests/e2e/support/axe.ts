import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type axeCore from 'axe-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What may be found in other colours: all that axe finds else is in the elements, not in how they are painted. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Pages of which axe has read the style sheets: it takes as long as the rest, and they are the same on every screen. */
const sheetsRead = new WeakSet<Page>();

/** The screen as it is now has no finding of axe under WCAG 2.2 AA. `what` names it in a failure. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  expect(await findings(page, { type: 'tag', values: RULES }), what).toEqual([]);
}

/** The same in light and in dark; the page is light before and afterwards. */
export async function expectAccessibleInBoth(page: Page, what: string): Promise<void> {
  await expectAccessible(page, what);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await findings(page, { type: 'rule', values: RULES_OF_COLOUR }), `${what}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}

async function findings(page: Page, runOnly: axeCore.RunOnly): Promise<readonly string[]> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // A message that is just fading in or out is paler than it is.
  await page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
  // Stays in the page until it is loaded anew.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const preload = !sheetsRead.has(page);
  sheetsRead.add(page);
  // To say of each element which rules it keeps takes longer than to look.
  const options: axeCore.RunOptions = { runOnly, preload, resultTypes: ['violations'] };
  return page.evaluate(async (asked) => {
    const { axe } = window as unknown as { readonly axe: typeof axeCore };
    const { violations } = await axe.run(document, asked);
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`,
    );
  }, options);
}

/** Nothing is wider than the window: no sideways scrolling of the page, and no main part cut off. */
export async function expectNoOverflow(page: Page, what: string): Promise<void> {
  const wider = await page.evaluate(() =>
    [document.documentElement, document.querySelector('main')].flatMap((element) =>
      element && element.scrollWidth > element.clientWidth + 1
        ? [`${element.tagName} ${element.scrollWidth} > ${element.clientWidth}`]
        : [],
    ),
  );
  expect(wider, what).toEqual([]);
}

/** Fails the test at its end when the page reported an error, a policy violation among them. */
export function watchConsole(page: Page): () => void {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/.test(message.text()))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return () => expect(complaints).toEqual([]);
}
