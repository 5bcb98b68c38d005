// A program of its own, so that its highest memory is that of one import: `node import-country-once.ts FOLDER DATABASE`
// imports the folder and prints milliseconds, those of the processors, the highest memory in MB, and the rows.
import { dispatch } from '#main/api/dispatch.ts';
import { handlers } from '#main/api/handlers.ts';
import type { OperationInput, OperationName, OperationOutput } from '#shared/contract/contract.ts';
import type { Result } from '#shared/kernel/result.ts';
import { randomUUID } from 'node:crypto';
import { noSessions } from '#main/features/no-sessions.ts';
import { fixedClock } from '#main/platform/clock.ts';
import { makeFileDesk, noDialogs } from '#main/platform/files/file-desk.ts';
import { silentLog } from '#main/platform/log.ts';
import { openNationalSchools } from '#main/platform/resources.ts';
import { openSqliteStore } from '#main/storage/engines/sqlite.ts';
import { TEST_KEY } from '../../builders/test-key.ts';
import { peakMemory } from './peak-memory.ts';
import { TEST_ADMINISTRATOR } from '../../builders/people.ts';

const [folder = '', database = '', code = '201'] = process.argv.slice(2);
const clock = fixedClock('2026-01-21');
const store = openSqliteStore(database, { now: clock.now(), key: TEST_KEY });
const files = makeFileDesk(noDialogs);
const services = {
  store,
  clock,
  newId: randomUUID,
  files,
  sessions: noSessions,
  jobs: { cancel: () => false },
  program: { version: '0.0.0', runtime: {} },
  nationalSchools: openNationalSchools,
  log: silentLog,
};
const session = { userName: 'Bench', role: 'administrator' } as const;

async function must<N extends OperationName>(name: N, input: OperationInput<N>): Promise<OperationOutput<N>> {
  const result = (await dispatch(services, handlers, session, name, input)) as Result<OperationOutput<N>>;
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
  return result.value;
}

await must('setup.create-authority', { code, name: 'The country', administrator: TEST_ADMINISTRATOR });
// The national list is read on first use; that is `start`'s business, not the import's.
openNationalSchools().all();
const { fileId } = files.register(folder);
const cpuBefore = process.cpuUsage();
const started = performance.now();
const { totals } = await must('authority.import', { fileIds: [fileId] });
const milliseconds = performance.now() - started;
const cpu = process.cpuUsage(cpuBefore);
const peak = peakMemory();
await store.close();
process.stdout.write(
  JSON.stringify({ milliseconds, processor: (cpu.user + cpu.system) / 1000, peak, totals }),
);
