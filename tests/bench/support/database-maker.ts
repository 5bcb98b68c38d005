import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteStore } from '#main/storage/engines/sqlite.ts';
import { TEST_KEY } from '../../builders/test-key.ts';

/** Makes fresh, empty databases of this version's tables, one after another; the tables are made only once. */
export async function databaseMaker(folder: string, now: string): Promise<() => string> {
  const template = join(folder, 'template.db');
  await openSqliteStore(template, { now, key: TEST_KEY }).close();
  let made = 0;
  return () => {
    const file = join(folder, `raw-${String((made += 1))}.db`);
    copyFileSync(template, file);
    return file;
  };
}
