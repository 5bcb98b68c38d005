import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { bookName } from './sealed-book.ts';

/** Keeps a file that the password of today does not open: it may hold commands that were never sent. `at`: UTC ISO. */
export async function setAside(
  folder: string,
  database: string,
  loginRole: string,
  at: string,
): Promise<void> {
  const path = join(folder, bookName(database, loginRole));
  await rename(path, `${path}.before-${at.replaceAll(/[^0-9]/g, '')}`);
}
