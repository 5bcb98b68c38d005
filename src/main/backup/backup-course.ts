import { BACKUP_EVERY, backupDue } from '#shared/domain/backups/backup-due.ts';
import type { BackupReason } from '#shared/domain/backups/types.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { RunBackupTask } from './backup-tasks.ts';
import { backupsFolder } from './backup-places.ts';
import { listBackups, type Backup } from './list-backups.ts';
import { placeIn, type SecondPlace } from './second-place.ts';
import { schemaVersion } from '../storage/schema-version.ts';
import { unwatched, type Watch } from './watch.ts';

export interface CourseParts {
  readonly run: RunBackupTask;
  /** The open database and its key; undefined while it is not open. */
  place(): { readonly file: string; readonly key: string } | undefined;
  now(): string;
  readonly program: string;
  /** What tells whether anything was committed; undefined while it cannot be told. */
  state(): Promise<DataState | undefined>;
  readonly settings: SecondPlaceSettings;
  /** Told after each backup and each copy, whatever came of it. */
  changed(): void;
  /** A backup showed that the database has a damaged place. */
  damaged(): void;
}

export interface DataState {
  /** Another number as soon as anything was committed, by whatever program; counts from when the database was opened. */
  readonly version: number;
  /** Number of the newest entry of the audit trail, and its hash if it is chained. */
  readonly lastAudit: number;
  readonly auditHash: string | undefined;
}

export interface SecondPlaceSettings {
  read(): SecondPlace | undefined;
  write(place: SecondPlace | undefined): void;
}

/** Making backups of the database that is open, one at a time, and bringing them to the second place. */
export interface BackupCourse {
  make(reason: BackupReason, watch?: Watch): Promise<Result<Backup>>;
  /** The same before a large step, unless the newest backup is of the present state; undefined then. */
  before(reason: BackupReason, watch: Watch): Promise<Result<Backup | undefined>>;
  /** The database was opened anew: what is known of its state no longer counts. */
  opened(): void;
  /** A backup by the timer, if one is due; and the second place brought up to it. Never rejects. */
  tick(): Promise<void>;
  /** The same before the program ends: without waiting for fifteen minutes to go by. */
  beforeClose(): Promise<void>;
  /** Copies the newest backup to the second place, if it is not there yet. */
  copyNewest(watch?: Watch): Promise<void>;
  /** The sentence of the last backup that failed, until one goes well. */
  failure(): { readonly at: string; readonly why: string } | undefined;
}

export function makeBackupCourse(
  parts: CourseParts,
  log: (message: string, error: unknown) => void,
): BackupCourse {
  const { run, settings } = parts;
  let failure: { readonly at: string; readonly why: string } | undefined;
  /** The number at the last backup; undefined until one was made or found to be of the present state. */
  let backedUp: number | undefined;
  let triedAt: string | undefined;
  let last: Promise<unknown> = Promise.resolve();

  /** One after another: two at once would only wait for one disk. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };

  async function makeNow(reason: BackupReason, watch: Watch): Promise<Result<Backup>> {
    const at = parts.place();
    if (!at) throw new Error('A backup was asked for while the database was not open.');
    const version = (await parts.state())?.version;
    const now = parts.now();
    triedAt = now;
    const made = await run(
      'make',
      { database: at.file, key: at.key, reason, now, program: parts.program },
      watch,
    );
    if (made.ok) {
      backedUp = version;
      failure = undefined;
    } else {
      failure = { at: now, why: made.error.message };
      if (made.error.code === 'unreadable-file') parts.damaged();
    }
    parts.changed();
    return made;
  }

  async function copyNow(watch: Watch): Promise<void> {
    const second = settings.read();
    const at = parts.place();
    const newest = at && newestOf(at.file);
    if (!second || !newest || second.lastOkAt === newest.about.at) return;
    const now = parts.now();
    const copied = await run(
      'copy',
      { backup: newest, chosen: second.folder, place: placeIn(second.folder), now },
      watch,
    );
    const { folder, chosenAt, lastOkAt } = second;
    settings.write(
      copied.ok
        ? { folder, chosenAt, lastOkAt: newest.about.at }
        : { folder, chosenAt, lastOkAt, failedAt: now, why: copied.error.message },
    );
    parts.changed();
  }

  const newestOf = (file: string) => listBackups(backupsFolder(file)).find(({ whole }) => whole);

  /** Whether anything was committed since the newest backup. The first time its entry in the audit trail has to tell. */
  async function isChanged(newest: Backup | undefined): Promise<boolean> {
    const state = await parts.state();
    if (!newest || !state) return true;
    const { lastAudit, auditHead, schemaVersion: made } = newest.about;
    if (
      backedUp === undefined &&
      made === schemaVersion &&
      lastAudit === state.lastAudit &&
      auditHead?.hash === state.auditHash
    )
      backedUp = state.version;
    return backedUp !== state.version;
  }

  async function makeIfChanged(reason: BackupReason, wait: boolean): Promise<void> {
    const at = parts.place();
    if (!at) return;
    const newest = newestOf(at.file);
    const changed = await isChanged(newest);
    const lastAt = failure && triedAt !== undefined ? triedAt : newest?.about.at;
    if (wait ? backupDue({ lastAt, changed, now: parts.now() }) : changed) await makeNow(reason, unwatched);
    // Also one that was made before an import meanwhile. What failed is tried again with the next backup.
    const second = settings.read();
    const now = newestOf(at.file)?.about.at;
    if (second && now !== undefined && (second.failedAt === undefined || second.failedAt < now))
      await copyNow(unwatched);
  }

  async function makeBefore(reason: BackupReason, watch: Watch): Promise<Result<Backup | undefined>> {
    const at = parts.place();
    return at && !(await isChanged(newestOf(at.file))) ? ok(undefined) : makeNow(reason, watch);
  }

  const quietly = async (work: () => Promise<void>): Promise<void> => {
    try {
      await inTurn(work);
    } catch (error) {
      log('a backup by the timer broke off', error);
    }
  };

  return {
    make: (reason, watch = unwatched) => inTurn(() => makeNow(reason, watch)),
    before: (reason, watch) => inTurn(() => makeBefore(reason, watch)),
    opened: () => (backedUp = undefined),
    copyNewest: (watch = unwatched) => inTurn(() => copyNow(watch)),
    tick: () => quietly(() => makeIfChanged('timer', true)),
    beforeClose: () => quietly(() => makeIfChanged('at-close', false)),
    failure: () => failure,
  };
}

/** How often it is looked whether a backup is due, in milliseconds: a part of the fifteen minutes. */
export const LOOK_EVERY = BACKUP_EVERY / 15;
