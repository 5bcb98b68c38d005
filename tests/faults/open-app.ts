import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { OperationInput, OperationName, OperationOutput } from '#shared/contract/contract.ts';
import type { Result } from '#shared/kernel/result.ts';
import { dispatch } from '#main/api/dispatch.ts';
import { handlers } from '#main/api/handlers.ts';
import type { Services } from '#main/features/context.ts';
import { noSessions } from '#main/features/no-sessions.ts';
import { fixedClock } from '#main/platform/clock.ts';
import { makeFileDesk, noDialogs } from '#main/platform/files/file-desk.ts';
import { silentLog } from '#main/platform/log.ts';
import { openNationalSchools } from '#main/platform/resources.ts';
import type { Office } from '#main/office/office.ts';
import { backUpBeforeUpdate } from '#main/office/back-up-before-update.ts';
import { makeBackupDesk } from '#main/office/make-backup-desk.ts';
import { runTaskHere } from '#main/backup/backup-tasks.ts';
import { officeOf } from '../builders/office.ts';
import { QUICK_PASSWORDS } from '../builders/people.ts';

export interface FaultApp {
  readonly office: Office;
  readonly services: Services;
  run<N extends OperationName>(name: N, input: OperationInput<N>): Promise<Result<OperationOutput<N>>>;
  must<N extends OperationName>(name: N, input: OperationInput<N>): Promise<OperationOutput<N>>;
  close(): Promise<void>;
}

export const databaseIn = (folder: string): string => join(folder, 'first-day.db');

/**
 * The application over the database of a folder, which may have been left by a process that was killed: opened as the
 * program opens it, with the key that it finds. Throws when it cannot be opened.
 */
export async function openAppIn(folder: string, today: string): Promise<FaultApp> {
  const clock = fixedClock(today);
  const office: Office = officeOf(databaseIn(folder), {
    backUp: backUpBeforeUpdate('0.0.0-test'),
    onOpen: async () => backups.course.opened(),
  });
  const backups = makeBackupDesk({ office, run: runTaskHere, clock, program: '0.0.0-test', log: silentLog });
  const standing = await office.start();
  if (standing.state !== 'open') throw new Error(JSON.stringify(standing));
  const services: Services = {
    store: office.store,
    clock,
    newId: randomUUID,
    files: makeFileDesk(noDialogs),
    sessions: noSessions,
    passwordCost: QUICK_PASSWORDS,
    jobs: { cancel: () => false },
    program: { version: '0.0.0-test', runtime: { node: process.versions.node } },
    nationalSchools: openNationalSchools,
    log: silentLog,
    keys: office.keys,
    office: office.desk,
    backups,
  };
  const run: FaultApp['run'] = async (name, input) => {
    const session = {
      userName: 'Test Person',
      role: name === 'exclusions.issue' ? 'decider' : 'administrator',
    } as const;
    return (await dispatch(services, handlers, session, name, input)) as Result<OperationOutput<typeof name>>;
  };
  return {
    office,
    services,
    run,
    must: async (name, input) => {
      const result = await run(name, input);
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`);
      return result.value;
    },
    close: () => office.close(),
  };
}
