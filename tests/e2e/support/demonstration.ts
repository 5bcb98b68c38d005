import { expect, type Page } from '@playwright/test';
import type { Role } from '#shared/permissions/roles.ts';

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
