import { LOOK_EVERY } from '../backup/backup-course.ts';
import type { BackupDesk } from '../features/context.ts';

/** After the window is up, in milliseconds: the first look costs the disk, and people want to begin. */
const FULL_CHECK_AFTER = 20_000;

/**
 * Looks every minute whether a backup is due, and reads the whole database once after the start: at once when the program
 * was not ended properly the last time.
 */
export function keepBackupsGoing(
  { course, checkNow }: Pick<BackupDesk, 'course' | 'checkNow'>,
  { uncleanEnd, until }: { readonly uncleanEnd: boolean; readonly until: AbortSignal },
): void {
  if (until.aborted) return;
  const check = setTimeout(() => void checkNow(), uncleanEnd ? 0 : FULL_CHECK_AFTER);
  const look = setInterval(() => void course.tick(), LOOK_EVERY);
  until.addEventListener('abort', () => {
    clearTimeout(check);
    clearInterval(look);
  });
}
