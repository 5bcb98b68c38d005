import { dirname, join } from 'node:path';
import type { Clock } from '#shared/kernel/clock.ts';
import { makeBackupCourse, type DataState } from '../backup/backup-course.ts';
import type { RunBackupTask } from '../backup/backup-tasks.ts';
import { unwatched } from '../backup/watch.ts';
import type { BackupDesk } from '../features/context.ts';
import type { Log } from '../platform/log.ts';
import { readSettings, writeSettings } from '../platform/settings.ts';
import type { SystemKeyStore } from '../security/keys/slots.ts';
import { lastAuditId, readAuditHead } from '../storage/repositories/audit-rows.ts';
import { StoreNotOpenError } from '../storage/store.ts';
import type { Office } from './office.ts';

export interface BackupDeskParts {
  readonly office: Pick<Office, 'desk' | 'store'>;
  readonly run: RunBackupTask;
  readonly clock: Clock;
  readonly program: string;
  readonly log: Log;
  readonly system?: SystemKeyStore | undefined;
  /** Told after each backup and each copy. */
  readonly changed?: () => void;
}

const FOUND = 'A page of the file cannot be read as it was written.';

/** The backups of the office's database. The second place is kept in the settings beside it. */
export function makeBackupDesk({
  office: { desk, store },
  run,
  clock,
  program,
  log,
  system,
  changed = () => undefined,
}: BackupDeskParts): BackupDesk {
  const settingsFile = join(dirname(desk.file), 'settings.json');
  const settings: BackupDesk['settings'] = {
    read: () => readSettings(settingsFile).secondPlace,
    write: (secondPlace) => writeSettings(settingsFile, { ...readSettings(settingsFile), secondPlace }),
  };
  const place = () => (desk.standing().state === 'open' ? desk.place() : undefined);
  let checking: Promise<void> | undefined;

  async function check(): Promise<void> {
    const at = place();
    if (!at) return;
    const checked = await run('check', { database: at.file, key: at.key }, unwatched);
    if (!checked.ok || checked.value.wrong === undefined) return;
    await desk.foundDamaged(
      checked.value.wrong === 'damaged' ? FOUND : 'Some records refer to others that are not there.',
    );
    changed();
  }

  const checkNow = (): Promise<void> =>
    (checking ??= check()
      .catch((error: unknown) => log.error('the check of the database broke off', error))
      .finally(() => (checking = undefined)));

  async function state(): Promise<DataState | undefined> {
    try {
      return await store.read(async (db) => {
        const version = db.dataVersion?.();
        if (version === undefined) return undefined;
        const head = await readAuditHead(db);
        return { version, lastAudit: await lastAuditId(db), auditHash: head?.hash };
      });
    } catch (error) {
      if (error instanceof StoreNotOpenError) return undefined;
      throw error;
    }
  }

  const course = makeBackupCourse(
    { run, place, now: clock.now, program, state, settings, changed, damaged: () => void checkNow() },
    (message, error) => log.error(message, error),
  );
  return { course, run, settings, checkNow, system };
}
