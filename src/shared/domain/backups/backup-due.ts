/** A backup is made this long after the last one, in milliseconds, when something changed. */
export const BACKUP_EVERY = 15 * 60_000;

/** A second place without a new backup for this long is warned of, in milliseconds. */
const STALE_AFTER = 7 * 24 * 3_600_000;

export interface LastBackup {
  /** UTC ISO instant of the newest good backup; none yet: undefined. */
  readonly lastAt: string | undefined;
  /** Whether anything was committed since it was made. */
  readonly changed: boolean;
  readonly now: string;
}

/**
 * Whether a backup is to be made now: something changed and the last one is 15 minutes old, or there is none. A clock
 * that was set back does not stop them: a last one from the future counts as none.
 */
export function backupDue({ lastAt, changed, now }: LastBackup): boolean {
  if (!changed) return false;
  if (lastAt === undefined || lastAt > now) return true;
  return Date.parse(now) - Date.parse(lastAt) >= BACKUP_EVERY;
}

export interface SecondPlaceCourse {
  readonly chosenAt: string;
  readonly lastOkAt?: string | undefined;
  readonly failedAt?: string | undefined;
}

export type SecondPlaceState = 'good' | 'failed' | 'old';

/**
 * How the second place stands: `failed` when the last try went wrong, `old` when a week has gone by without a try that
 * went right although backups were made (`newestAt` is that of the newest one in the first place).
 */
export function secondPlaceState(
  { chosenAt, lastOkAt, failedAt }: SecondPlaceCourse,
  newestAt: string | undefined,
  now: string,
): SecondPlaceState {
  if (failedAt !== undefined && (lastOkAt === undefined || failedAt > lastOkAt)) return 'failed';
  const since = lastOkAt ?? chosenAt;
  const behind = newestAt !== undefined && newestAt > since;
  return behind && Date.parse(now) - Date.parse(since) > STALE_AFTER ? 'old' : 'good';
}
