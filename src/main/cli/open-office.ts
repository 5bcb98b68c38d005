import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { contract } from '#shared/contract/contract.ts';
import type { Operation } from '#shared/contract/operation.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { isOperation } from '../api/dispatch.ts';
import { runTaskHere } from '../backup/backup-tasks.ts';
import type { Services } from '../features/context.ts';
import { workOutMissingDuties } from '../features/missing-duties.ts';
import { backUpBeforeUpdate } from '../office/back-up-before-update.ts';
import { makeBackupDesk } from '../office/make-backup-desk.ts';
import { makeOffice } from '../office/office.ts';
import { joinedIn, readJoinFile, type JoinFile } from '../office/shared/join-file.ts';
import { makeSharedOffice } from '../office/shared/shared-office.ts';
import type { Log } from '../platform/log.ts';
import { programVersion } from '../platform/resources.ts';
import { StoreUnusableError } from '../storage/store.ts';
import type { CliOptions } from './arguments.ts';
import { unlockFirst } from './unlock-first.ts';

interface Given {
  readonly clock: Clock;
  readonly log: Log;
  readonly recoveryKey: string | undefined;
  /** Of `--user`, where it was read before. */
  readonly password: string | undefined;
}

interface Opened {
  readonly services: Pick<Services, 'store' | 'keys' | 'office' | 'shared' | 'backups'>;
  /** Whether somebody can sign in: not to a database that no key opened. */
  readonly signIn: boolean;
  /** The password, if it was read to open the database. */
  readonly password: string | undefined;
  close(): Promise<void>;
}

/**
 * The shared database of `--shared`, else the file of `--database`, else what the window of this PC works on. Throws
 * `UsageError`, and `StoreUnusableError` for what cannot be opened.
 */
export async function openOffice(options: CliOptions, given: Given): Promise<Opened> {
  const join = joinOf(options);
  return join ? openShared(join, given.password) : openFile(options, given);
}

/** Whether this PC works on a shared database, and no file is named instead. */
export const isJoined = ({ databaseGiven, database }: CliOptions): boolean =>
  !databaseGiven && joinedIn(dirname(database)) !== undefined;

function joinOf({ shared, databaseGiven, database }: CliOptions): JoinFile | undefined {
  const joined =
    shared !== undefined ? readJoinFile(shared) : databaseGiven ? undefined : joinedIn(dirname(database));
  if (joined === undefined) return undefined;
  if (!joined.ok) throw new StoreUnusableError(joined.error.message);
  return joined.value;
}

function openShared(join: JoinFile, password: string | undefined): Opened {
  const { store, desk, shared, close } = makeSharedOffice({ join });
  return { services: { store, office: desk, shared }, signIn: true, password, close };
}

async function openFile(
  options: CliOptions,
  { clock, log, recoveryKey, password: known }: Given,
): Promise<Opened> {
  const office = makeOffice({
    database: options.database,
    now: clock.now,
    newId: randomUUID,
    backUp: backUpBeforeUpdate(programVersion()),
    onOpen: (store) =>
      workOutMissingDuties({ store, clock, newId: randomUUID }).catch((error: unknown) =>
        log.error('duties of older cases could not be worked out', error),
      ),
  });
  const standing = await office.start();
  if (standing.state === 'unusable') throw new StoreUnusableError(standing.why);
  const password = await unlockFirst(office, options, recoveryKey, known);
  const now = office.desk.standing();
  if (now.state === 'damaged' && !worksWithout(options)) throw new StoreUnusableError(now.why);
  return {
    services: {
      store: office.store,
      keys: office.keys,
      office: office.desk,
      backups: makeBackupDesk({ office, run: runTaskHere, clock, program: programVersion(), log }),
    },
    signIn: now.state === 'open',
    password,
    close: () => office.close(),
  };
}

/** Whether what is asked for can be answered from a damaged database: what mends it. */
function worksWithout({ command, operation = '' }: CliOptions): boolean {
  if (command === 'recover') return true;
  if (command !== 'call' || !isOperation(operation)) return false;
  const asked: Operation = contract[operation];
  return asked.withoutDatabase === true;
}
