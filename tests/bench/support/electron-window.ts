import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { join } from 'node:path';
import { projectRoot } from './run-node.ts';

export interface OpenWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** From starting the program until its first page could be used, in milliseconds. */
  readonly usableAfter: number;
}

/** First Day as it was built, and the window without an application. */
export const APPS = { firstDay: projectRoot, bare: join(projectRoot, 'tests/bench/bare-app') } as const;

/** Starts an app over a data folder, both alike, and lends its window once it can be used. */
export async function withWindow<T>(
  folder: string,
  data: string,
  work: (window: OpenWindow) => Promise<T>,
): Promise<T> {
  const executablePath = process.env['FIRST_DAY_ELECTRON'];
  const env = { ...process.env, FIRST_DAY_DATA: data, FIRST_DAY_TODAY: '2025-11-12' };
  const started = Date.now();
  const app = await _electron.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [...(JSON.parse(process.env['FIRST_DAY_ELECTRON_ARGS'] ?? '[]') as string[]), folder],
    cwd: projectRoot,
    env: Object.fromEntries(
      Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
    timeout: 60_000,
  });
  try {
    const page = await app.firstWindow();
    const usableAt = await page.evaluate(untilUsable);
    return await work({ app, page, usableAfter: usableAt - started });
  } finally {
    await app.close();
  }
}

/**
 * Runs in the page: waits until there is a heading and something to press or type in, nothing is being loaded any more, and a frame
 * with them has been shown; gives that instant. It looks every 5 ms itself, because Playwright's own waiting looks more and more rarely.
 */
async function untilUsable(): Promise<number> {
  const limit = performance.now() + 30_000;
  const isShown = (element: Element): boolean => element.getBoundingClientRect().height > 0;
  const isThere = (selector: string): boolean => [...document.querySelectorAll(selector)].some(isShown);
  while (
    !isThere('h1') ||
    !isThere('button:enabled, input:enabled, main a[href]') ||
    document.querySelector('main [aria-busy="true"]') !== null
  ) {
    if (performance.now() > limit) throw new Error('The window showed no heading.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return performance.timeOrigin + performance.now();
}
