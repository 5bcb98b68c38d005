import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { OperationInput, OperationName, OperationOutput } from '#shared/contract/contract.ts';
import type { Result } from '#shared/kernel/result.ts';
import { dispatch } from '#main/api/dispatch.ts';
import { handlers } from '#main/api/handlers.ts';
import type { Services } from '#main/features/context.ts';
import { fixedClock } from '#main/platform/clock.ts';
import { makeFileDesk, noDialogs } from '#main/platform/files/file-desk.ts';
import { silentLog } from '#main/platform/log.ts';
import { openNationalSchools } from '#main/platform/resources.ts';
import { openSqliteStore } from '#main/storage/engines/sqlite.ts';

export interface FaultApp {
  readonly services: Services;
  run<N extends OperationName>(name: N, input: OperationInput<N>): Promise<Result<OperationOutput<N>>>;
  must<N extends OperationName>(name: N, input: OperationInput<N>): Promise<OperationOutput<N>>;
  close(): Promise<void>;
}

export const databaseIn = (folder: string): string => join(folder, 'first-day.db');

/** The application over the database of a folder, which may have been left by a process that was killed. */
export function openAppIn(folder: string, today: string): FaultApp {
  const clock = fixedClock(today);
  const services: Services = {
    store: openSqliteStore(databaseIn(folder), { now: clock.now() }),
    clock,
    newId: randomUUID,
    files: makeFileDesk(noDialogs),
    sessions: { workAs: () => undefined },
    jobs: { cancel: () => false },
    program: { version: '0.0.0-test', runtime: { node: process.versions.node } },
    nationalSchools: openNationalSchools,
    log: silentLog,
  };
  const run: FaultApp['run'] = async (name, input) => {
    const session = {
      userName: 'Test Person',
      role: name === 'exclusions.issue' ? 'decider' : 'administrator',
    } as const;
    return (await dispatch(services, handlers, session, name, input)) as Result<OperationOutput<typeof name>>;
  };
  return {
    services,
    run,
    must: async (name, input) => {
      const result = await run(name, input);
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`);
      return result.value;
    },
    close: () => services.store.close(),
  };
}
