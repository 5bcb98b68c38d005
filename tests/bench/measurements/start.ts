import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DEMONSTRATION_PUPILS, demonstrationData } from '../support/demonstration-data.ts';
import { APPS, withWindow } from '../support/electron-window.ts';
import { measured, measurement, type Bench } from '../support/measurement.ts';
import { takeTurns } from '../support/take-turns.ts';
import { withFolder } from '../support/temporary-folder.ts';

/** From starting the built app to a window that can be used, as on any morning: the database and profile are there. */
export const start: Bench = {
  name: 'start',
  run: () =>
    withFolder(async (folder) => {
      const data = { firstDay: await demonstrationData(folder), bare: join(folder, 'bare') };
      mkdirSync(data.bare);
      const usableAfter = (app: keyof typeof APPS) =>
        withWindow(APPS[app], data[app], async (window) => window.usableAfter);
      const samples = await takeTurns(
        [
          async () => ({ firstDay: await usableAfter('firstDay') }),
          async () => ({ bare: await usableAfter('bare') }),
        ],
        { warmUps: 1, rounds: 9, limit: 50 },
      );
      return [
        measurement(
          `start: window usable, ${DEMONSTRATION_PUPILS.toLocaleString('en-GB')} pupils`,
          'ms',
          samples('firstDay'),
          measured('a bare Electron window', samples('bare')),
        ),
      ];
    }),
};
