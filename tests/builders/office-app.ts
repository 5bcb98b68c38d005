import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OperationInput, OperationName, OperationOutput } from '#shared/contract/contract.ts';
import type { Result } from '#shared/kernel/result.ts';
import { dispatch } from '#main/api/dispatch.ts';
import { handlers } from '#main/api/handlers.ts';
import { backupsFolder } from '#main/backup/backup-places.ts';
import { runTaskHere, type RunBackupTask } from '#main/backup/backup-tasks.ts';
import type { BackupDesk, Services, UserSession } from '#main/features/context.ts';
import { noSessions } from '#main/features/no-sessions.ts';
import { makeBackupDesk } from '#main/office/make-backup-desk.ts';
import { makeOffice, type Office } from '#main/office/office.ts';
import { backUpBeforeUpdate } from '#main/office/back-up-before-update.ts';
import { makeFileDesk, noDialogs } from '#main/platform/files/file-desk.ts';
import { silentLog } from '#main/platform/log.ts';
import { openNationalSchools } from '#main/platform/resources.ts';
import { must } from './database.ts';
import { pupilRow } from './backup-office.ts';

/** An application over the database of a PC, with its keys and backups, as the window has it. */
export interface OfficeApp {
  readonly folder: string;
  readonly database: string;
  readonly place: string;
  readonly office: Office;
  readonly backups: BackupDesk;
  readonly services: Services;
  /** Moves the clock to an instant. */
  setNow(now: string): void;
  run<N extends OperationName>(
    name: N,
    input: OperationInput<N>,
    session?: UserSession,
  ): Promise<Result<OperationOutput<N>>>;
  must<N extends OperationName>(
    name: N,
    input: OperationInput<N>,
    session?: UserSession,
  ): Promise<OperationOutput<N>>;
  addPupils(what: string, count: number): Promise<void>;
  pupils(): Promise<readonly string[]>;
  close(): Promise<void>;
}

interface OfficeAppOptions {
  readonly folder?: string;
  readonly run?: RunBackupTask;
}

const ADMINISTRATOR: UserSession = { userName: 'Ada Admin', role: 'administrator' };

/** With a school in it unless the folder is given. */
export async function openOfficeApp({
  folder,
  run: runTask = runTaskHere,
}: OfficeAppOptions = {}): Promise<OfficeApp> {
  const home = folder ?? mkdtempSync(join(tmpdir(), 'first-day-office-'));
  const database = join(home, 'first-day.db');
  let now = '2025-11-12T10:00:00.000Z';
  let count = 0;
  const clock = { now: () => now, today: () => now.slice(0, 10) };
  const newId = () => `test-${String((count += 1)).padStart(6, '0')}`;
  const office = makeOffice({
    database,
    now: clock.now,
    newId,
    backUp: backUpBeforeUpdate('0.0.0-test'),
    onOpen: async () => backups.course.opened(),
  });
  const backups = makeBackupDesk({ office, run: runTask, clock, program: '0.0.0-test', log: silentLog });
  await office.start();
  const services: Services = {
    store: office.store,
    clock,
    newId,
    files: makeFileDesk(noDialogs),
    sessions: noSessions,
    jobs: { cancel: () => false },
    program: { version: '0.0.0-test', runtime: {} },
    nationalSchools: openNationalSchools,
    log: silentLog,
    keys: office.keys,
    office: office.desk,
    backups,
  };
  const run: OfficeApp['run'] = async (name, input, session = ADMINISTRATOR) =>
    (await dispatch(services, handlers, session, name, input)) as Result<OperationOutput<typeof name>>;
  const addPupils = (what: string, many: number) =>
    must(office.store, async (db) => {
      for (let n = 1; n <= many; n += 1) await db.insert(db.tables.pupils).values(pupilRow(what, n));
    });
  if (folder === undefined) {
    await must(office.store, async (db) => {
      await db
        .insert(db.tables.schools)
        .values({ id: 's', laEstab: '2014001', urn: null, name: 'Test High School', phase: 'secondary' });
    });
  }
  return {
    folder: home,
    database,
    place: backupsFolder(database),
    office,
    backups,
    services,
    setNow: (next) => (now = next),
    run,
    must: async (name, input, session) => {
      const result = await run(name, input, session);
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`);
      return result.value;
    },
    addPupils,
    pupils: async () => {
      const rows = await office.store.read((db) =>
        db.select({ id: db.tables.pupils.id }).from(db.tables.pupils),
      );
      return rows.map(({ id }) => id).toSorted();
    },
    close: () => office.close(),
  };
}
