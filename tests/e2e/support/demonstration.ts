import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { Role } from '#shared/permissions/roles.ts';
import { launchApp, type RunningApp } from './launch.ts';

/** The database and the keys that open it; all else in a data folder is of one start of the program. */
const FILES = ['first-day.db', 'first-day.db.keys', 'first-day.db.keys.bak'];

interface Bridge {
  invoke(operation: string, input: unknown): Promise<{ ok: boolean }>;
}

/** Runs an operation through the window's own bridge, to get to where a test begins. */
export async function invoke(
  page: Page,
  operation: string,
  input: object,
): Promise<{ ok: boolean; value?: unknown }> {
  return page.evaluate(
    ([name, data]) => (window as unknown as { firstDay: Bridge }).firstDay.invoke(name, data),
    [operation, input] as const,
  );
}

export async function loadDemonstration(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await invoke(page, 'setup.load-demonstration', {})).toMatchObject({ ok: true });
  await expect(page.getByRole('navigation')).toBeVisible();
}

/**
 * Starts the app over a demonstration of its own, of the day `today`. It is loaded once in a run and copied from then on:
 * to load it takes three times as long as to start.
 */
export async function launchDemonstration(today: string): Promise<RunningApp> {
  const loaded = await loadedOn(today);
  const data = mkdtempSync(join(tmpdir(), 'first-day-data-'));
  copy(loaded, data);
  const running = await launchApp({ today, data });
  await expect(running.page.getByRole('navigation')).toBeVisible();
  return running;
}

async function loadedOn(today: string): Promise<string> {
  // Emptied by the runner before each run.
  const folder = join(test.info().project.outputDir, 'demonstrations', today);
  if (existsSync(folder)) return folder;
  const first = await launchApp({ today });
  await loadDemonstration(first.page);
  await first.close();
  const own = `${folder}.${String(process.pid)}`;
  mkdirSync(own, { recursive: true });
  copy(first.data, own);
  try {
    renameSync(own, folder);
  } catch {
    // Another worker was quicker: its demonstration is the same.
    rmSync(own, { recursive: true });
  }
  return folder;
}

function copy(from: string, to: string): void {
  for (const name of FILES) cpSync(join(from, name), join(to, name));
}

export async function workAs(page: Page, role: Role): Promise<void> {
  expect(await invoke(page, 'session.work-as', { role })).toMatchObject({ ok: true });
}

/** Goes to a route and waits until its heading is there and nothing is loading. */
export async function openAt(page: Page, route: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = `#/${to}`;
  }, route);
  await expect(page.locator('main').getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** The case of the demonstration’s pupil who is permanently excluded, by the pupil: case ids move with the history. */
export async function permanentCase(page: Page): Promise<string> {
  const { value } = await invoke(page, 'pupils.get', { pupilId: 'demo-pupil-0693' });
  const { exclusions } = value as { readonly exclusions: readonly { id: string; kind: string }[] };
  const found = exclusions.find(({ kind }) => kind === 'permanent');
  expect(found).toBeDefined();
  return found?.id ?? '';
}
