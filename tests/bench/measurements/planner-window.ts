import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { insertAll } from '#main/storage/repositories/insert-all.ts';
import { insertPupils } from '#main/storage/repositories/pupil-roll.ts';
import { openTestApp } from '../../builders/app.ts';
import { addExclusion } from '../../builders/pupil-exclusion.ts';
import { wholeWeek } from '../../builders/provider-book.ts';
import { setUpSchool } from '../../builders/school.ts';
import { WEEK } from '../support/area-week.ts';
import { APPS, withWindow } from '../support/electron-window.ts';
import { inventPupils, pupilRows } from '../support/invent-pupils.ts';
import { measured, measurement, type Bench } from '../support/measurement.ts';
import { openRaw } from '../support/raw-database.ts';
import { withFolder } from '../support/temporary-folder.ts';

const PUPILS = 200;
const PROVIDERS = 40;
const PLACES = 4;
/** The planner looks for so long, and keys are pressed meanwhile. */
const SECONDS = 10;
const KEYS = 60;
const SESSIONS = WEEK.flatMap((date) => (['am', 'pm'] as const).map((slot) => [date, slot] as const));

/** How soon the window answers a key while 200 pupils are being planned, against a window at rest. */
export const plannerWindow: Bench = {
  name: 'planner-window',
  run: () =>
    withFolder(async (folder) => {
      const data = join(folder, 'area');
      mkdirSync(data);
      await fill(join(data, 'first-day.db'));
      return withWindow(APPS.firstDay, data, async ({ page }) => {
        const rest = await pressKeys(page);
        const planning = page.evaluate(plan, SECONDS);
        const busy = await pressKeys(page);
        await planning;
        return [
          measurement(
            'planner-window: from a key to the next frame while 200 pupils are planned',
            'ms',
            busy,
            measured('the same at rest', rest),
          ),
        ];
      });
    }),
};

async function fill(file: string): Promise<void> {
  const app = openTestApp('2025-11-12');
  try {
    await setUpSchool(app, { promiseFromDay: 1 });
    const { store } = app.services;
    const pupils = pupilRows(inventPupils(PUPILS));
    await store.write((db) => insertPupils(db, pupils));
    for (const [at, { id }] of pupils.entries()) {
      await addExclusion(app, { id: `exclusion-${String(at)}`, pupilId: id, halfDays: SESSIONS });
    }
    const ids = Array.from({ length: PROVIDERS }, (_, at) => `provider-${String(at)}`);
    await store.write(async (db) => {
      const school = { schoolId: 'school-1', kind: 'la-centre' as const, active: true, version: 1 };
      await insertAll(
        db,
        db.tables.providers,
        ids.map((id) => ({ id, name: id, ...school })),
      );
      await insertAll(
        db,
        db.tables.providerSessions,
        ids.flatMap((id) => wholeWeek(PLACES).map((session) => ({ providerId: id, ...session }))),
      );
    });
    const database = openRaw(store.location);
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
    copyFileSync(store.location, file);
  } finally {
    await app.close();
  }
}

/** Runs in the page. */
async function plan(seconds: number): Promise<void> {
  const bridge = (
    globalThis as unknown as { firstDay: { invoke(name: string, input: unknown): Promise<unknown> } }
  ).firstDay;
  await bridge.invoke('planner.plan', { seconds });
}

/** Milliseconds from each press of a key, as the system stamped it, to the frame after it. */
async function pressKeys(page: Page): Promise<readonly number[]> {
  await page.evaluate(watchKeys);
  for (let press = 0; press < KEYS; press += 1) {
    await page.keyboard.press('Tab');
    await page.waitForTimeout(100);
  }
  return page.evaluate(() => (globalThis as unknown as { delays: number[] }).delays);
}

/** Runs in the page. */
function watchKeys(): void {
  const page = globalThis as unknown as { delays: number[]; watched?: true };
  page.delays = [];
  if (page.watched) return;
  page.watched = true;
  addEventListener('keydown', ({ timeStamp }) =>
    requestAnimationFrame(() => requestAnimationFrame(() => page.delays.push(performance.now() - timeStamp))),
  );
}
