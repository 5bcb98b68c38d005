import { expect, test, type Page } from '@playwright/test';
import { invoke, launchDemonstration } from './demonstration.ts';
import type { RunningApp } from './launch.ts';
import { listenForAnything, type Listener } from './listener.ts';

/** One program for all tests of a file, filled, with somebody outside who listens. */
export interface HostilePage {
  readonly running: RunningApp;
  readonly page: Page;
  readonly outside: Listener;
}

/**
 * Starts the program before the tests of a file, for a page that somebody has taken over. After each test it must still
 * be there: on its page, answering, one window, and nobody outside has heard of it.
 */
export function startHostilePage(): () => HostilePage {
  let made: HostilePage | undefined;
  const current = (): HostilePage => {
    if (made === undefined) throw new Error('The program was not started.');
    return made;
  };
  test.beforeAll(async () => {
    const outside = await listenForAnything();
    const running = await launchDemonstration('2025-11-12');
    made = { running, page: running.page, outside };
  });
  test.afterAll(async () => {
    await made?.running.close();
    await made?.outside.close();
  });
  test.afterEach(async () => {
    const { running, page, outside } = current();
    expect(page.url()).toMatch(/^app:\/\/first-day\/(#|$)/);
    expect(await invoke(page, 'setup.status', {})).toMatchObject({ ok: true });
    expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(outside.heard).toEqual([]);
  });
  return current;
}
