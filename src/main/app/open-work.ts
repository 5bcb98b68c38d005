import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Clock } from '#shared/kernel/clock.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import { runTaskInWorker } from '../backup/run-in-worker.ts';
import type { Services } from '../features/context.ts';
import { workOutMissingDuties } from '../features/missing-duties.ts';
import type { OfficeStanding } from '../features/office-desk.ts';
import type { AnyOffice } from '../office/any-office.ts';
import { backUpBeforeUpdate } from '../office/back-up-before-update.ts';
import { keepBackupsGoing } from '../office/keep-backups-going.ts';
import { makeBackupDesk } from '../office/make-backup-desk.ts';
import { makeOffice } from '../office/office.ts';
import { runningMark } from '../office/running-mark.ts';
import { followOthers } from '../office/shared/follow-others.ts';
import { joinFileIn } from '../platform/data-folder.ts';
import { joinedIn } from '../office/shared/join-file.ts';
import { makeSharedOffice } from '../office/shared/shared-office.ts';
import type { Log } from '../platform/log.ts';
import { programVersion } from '../platform/resources.ts';
import type { SystemKeyStore } from '../security/keys/slots.ts';
import { StoreUnusableError } from '../storage/store.ts';

interface WorkParts {
  /** Of this PC's own database; whether the PC has joined a shared one is told by a file beside it. */
  readonly database: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly send: (event: AppEvent) => void;
  readonly system: SystemKeyStore | undefined;
  /** Of this program: what it does itself its window knows already. */
  readonly programId: string;
}

/** The database that the window works on, and what stands or falls with it. */
export interface Work extends Pick<Services, 'store' | 'keys' | 'office' | 'shared' | 'away' | 'backups'> {
  readonly office: AnyOffice['desk'];
  readonly jobPlace: AnyOffice['jobPlace'];
  /** Settles once it is known whether the database is open, or what it waits for. */
  readonly opened: Promise<OfficeStanding>;
  close(): Promise<void>;
}

/**
 * Begins to open the shared database that this PC has joined, else its own. Throws `StoreUnusableError` for a join file
 * that cannot be read: the PC's own database in its place would look as if nothing had been recorded.
 */
export function openWork(parts: WorkParts): Work {
  const folder = dirname(parts.database);
  const joined = joinedIn(folder);
  if (!joined) return openOwn(parts);
  if (!joined.ok)
    throw new StoreUnusableError(
      `${joined.error.message} The file is ${joinFileIn(folder)}; without it First Day opens this PC’s own database.`,
    );
  const { store, desk, shared, away, jobPlace, start, close } = makeSharedOffice({
    join: joined.value,
    follow: (place, heard) => followOthers(place, { ...parts, heard }),
    away: { folder: join(folder, 'away'), now: parts.clock.now },
  });
  return { store, office: desk, shared, away, jobPlace, opened: start(), close };
}

function openOwn({ database, clock, log, send, system }: WorkParts): Work {
  const office = makeOffice({
    database,
    now: clock.now,
    newId: randomUUID,
    system,
    backUp: backUpBeforeUpdate(programVersion()),
    // Nobody is answered before: a board without the duties of older cases would look finished.
    onOpen: (store) => {
      backups.course.opened();
      mark.set();
      return workOutMissingDuties({ store, clock, newId: randomUUID }).catch((error: unknown) =>
        log.error('duties of older cases could not be worked out', error),
      );
    },
  });
  const mark = runningMark(database);
  const backups = makeBackupDesk({
    office,
    run: runTaskInWorker,
    clock,
    program: programVersion(),
    log,
    system,
    changed: () => send({ type: 'done', operation: 'backups.make' }),
  });
  const ending = new AbortController();
  const { store, keys, desk, jobPlace } = office;
  const opened = office.start();
  void opened.then(() => keepBackupsGoing(backups, { uncleanEnd: mark.uncleanEnd, until: ending.signal }));
  return {
    store,
    keys,
    office: desk,
    backups,
    jobPlace,
    opened,
    close: async () => {
      ending.abort();
      await backups.course.beforeClose();
      await office.close();
      mark.clear();
    },
  };
}
