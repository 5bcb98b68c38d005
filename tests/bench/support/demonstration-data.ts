import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openTestApp } from '../../builders/app.ts';
import { openRaw } from './raw-database.ts';

/** Pupils of the demonstration's home school, on and off the roll: the size that is measured with. */
export const DEMONSTRATION_PUPILS = 1191;

/** Makes a data folder of the window with the demonstration in it; gives its path. */
export async function demonstrationData(folder: string): Promise<string> {
  const data = join(folder, 'demonstration');
  mkdirSync(data);
  const app = openTestApp('2025-11-12');
  try {
    const { pupils } = await app.must('setup.load-demonstration', { seed: 1 });
    if (pupils !== DEMONSTRATION_PUPILS) throw new Error(`The demonstration has ${String(pupils)} pupils.`);
    const { location } = app.services.store;
    const database = openRaw(location);
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
    copyFileSync(location, join(data, 'first-day.db'));
    return data;
  } finally {
    await app.close();
  }
}
