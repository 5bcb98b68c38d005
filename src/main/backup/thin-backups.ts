import { renameSync, rmSync } from 'node:fs';
import { backupsToRemove } from '#shared/domain/backups/keep-backups.ts';
import { PART } from './backup-places.ts';
import { listBackups } from './list-backups.ts';

/**
 * Removes the backups that may go; call it only after a newer one was found good. One that cannot be removed stays until
 * the next time. A damaged one counts for nothing, and stays for whoever looks into it.
 */
export function thinBackups(place: string, now: string): void {
  const good = listBackups(place).filter(({ whole }) => whole);
  const going = new Set(
    backupsToRemove(
      good.map(({ name, about: { at, reason } }) => ({ name, at, reason })),
      now,
    ),
  );
  for (const { name, folder } of good) if (going.has(name)) removeFolder(folder);
}

/** Under a name that is no backup's first: a removal broken off in the middle leaves no half backup. */
function removeFolder(folder: string): void {
  try {
    renameSync(folder, `${folder}${PART}`);
    rmSync(`${folder}${PART}`, { recursive: true, force: true });
  } catch {
    // Open in another program: next time.
  }
}
