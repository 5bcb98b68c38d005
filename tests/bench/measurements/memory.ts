import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { withPrograms } from '../support/bundle-programs.ts';
import { databaseMaker } from '../support/database-maker.ts';
import { demonstrationData } from '../support/demonstration-data.ts';
import { APPS, withWindow, type OpenWindow } from '../support/electron-window.ts';
import { inventPupils } from '../support/invent-pupils.ts';
import { measured, measurement, type Bench } from '../support/measurement.ts';
import { writeCtf } from '../support/pupil-files.ts';
import { readImported } from '../support/read-imported.ts';
import { runNode } from '../support/run-node.ts';
import { takeTurns } from '../support/take-turns.ts';
import { withFolder } from '../support/temporary-folder.ts';

const PUPILS = 2000;
/** The screens of the main path, in the order in which a case takes somebody through them. */
const SCREENS = [
  '/today',
  '/pupils',
  '/pupils/demo-pupil-0001',
  '/record',
  '/places',
  '/returns',
  '/authority',
];
const SETTLE = 500;

/** Resident memory of the window after the screens of the main path, and of an import at its highest. */
export const memory: Bench = {
  name: 'memory',
  run: () =>
    withFolder(async (folder) => {
      const data = { firstDay: await demonstrationData(folder), bare: join(folder, 'bare') };
      mkdirSync(data.bare);
      const windows = await takeTurns(
        [
          () =>
            withWindow(APPS.firstDay, data.firstDay, async ({ app, page }) => {
              const first = await residentMemory(app);
              for (const screen of SCREENS) await show(page, screen);
              return { first, after: await residentMemory(app) };
            }),
          () => withWindow(APPS.bare, data.bare, async ({ app }) => ({ bare: await residentMemory(app) })),
        ],
        { warmUps: 0, rounds: 4, limit: 40 },
      );
      const file = writeCtf(folder, inventPupils(PUPILS));
      const rows = join(folder, 'rows.json');
      writeFileSync(rows, JSON.stringify(await readImported(file)));
      const freshDatabase = await databaseMaker(folder, '2025-11-12T12:00:00.000Z');
      const imports = await withPrograms(['import-once', 'insert-once'], (pathOf) =>
        takeTurns(
          [
            async () => ({ import: Number(await runNode([pathOf('import-once'), file])) }),
            async () => ({ insert: Number(await runNode([pathOf('insert-once'), freshDatabase(), rows])) }),
          ],
          { warmUps: 0, rounds: 4, limit: 20 },
        ),
      );
      const bare = measured('a bare Electron window', windows('bare'));
      return [
        measurement('memory: main and window, first screen', 'MB', windows('first'), bare),
        measurement('memory: main and window, after the main path', 'MB', windows('after'), bare),
        measurement(
          'memory: import of 2,000 pupils, highest',
          'MB',
          imports('import'),
          measured('Node inserting the same rows', imports('insert')),
        ),
      ];
    }),
};

/** Goes to a screen by its address and waits until its heading is there and nothing more is being loaded. */
async function show(page: Page, screen: string): Promise<void> {
  await page.evaluate((address) => {
    window.location.hash = address;
  }, screen);
  await page.locator('h1').first().waitFor();
  await page.waitForTimeout(SETTLE);
}

/** Resident memory of Electron's main process and the window's, in MB. Pages they share are counted in both. */
async function residentMemory(app: OpenWindow['app']): Promise<number> {
  const kilobytes = await app.evaluate(({ app: electron }) =>
    electron
      .getAppMetrics()
      .filter(({ type }) => type === 'Browser' || type === 'Tab')
      .map(({ memory: { workingSetSize } }) => workingSetSize),
  );
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}
