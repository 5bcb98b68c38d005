import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreUnusableError } from '../store.ts';
import { notLocalDisk } from './local-disk.ts';

/** Makes the folder of a database. Throws `StoreUnusableError` on a network share, and for a folder that cannot be made. */
export function prepareFolder(file: string): void {
  const why = notLocalDisk(file);
  if (why) {
    throw new StoreUnusableError(
      `The database must be on this PC's own disk, but ${why}. Nothing was opened. Choose a local folder, or use a shared database server.`,
    );
  }
  const folder = dirname(file);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new StoreUnusableError(
      `The folder ${folder} for the database cannot be made. Nothing was opened. Choose a folder you may write to.`,
      { cause: error },
    );
  }
}
