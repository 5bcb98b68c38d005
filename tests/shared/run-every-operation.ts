import { dispatch } from '#main/api/dispatch.ts';
import { handlers } from '#main/api/handlers.ts';
import type { Services, UserSession } from '#main/features/context.ts';
import { openPostgresStore } from '#main/storage/engines/postgres/postgres.ts';
import type { Store } from '#main/storage/store.ts';
import { contract, type OperationName } from '#shared/contract/contract.ts';
import type { Operation } from '#shared/contract/operation.ts';
import { mayDo, ROLES } from '#shared/permissions/roles.ts';
import { openTestApp } from '../builders/app.ts';
import { makeTemplate } from '../builders/postgres-database.ts';
import { makeTestServer } from '../builders/postgres-server.ts';
import { makeSharedDatabase } from '../builders/shared-database.ts';
import { askedInputs } from '../people/asked-inputs.ts';
import { addOthers } from '../people/second-school.ts';
import { readRealValues } from '../security/fuzz/real-values.ts';

/**
 * Asks every operation as every role twice of the same records, once with a login under the policies and once with the
 * owner's, and prints where the answers differ: `node tests/shared/run-every-operation.ts [role ...]`. Takes minutes.
 * What a person may not see or do in the database but in the app shows here, and nowhere else so completely.
 */
const TODAY = '2025-11-12';
const INPUTS = 3;

class Undone extends Error {}

function undoing(store: Store): Store {
  return {
    ...store,
    read: (work) => store.read(work),
    write: async (work) => {
      const outcome: { value?: Awaited<ReturnType<typeof work>> } = {};
      try {
        await store.write(async (db) => {
          outcome.value = await work(db);
          throw new Undone();
        });
      } catch (error) {
        if (!(error instanceof Undone)) throw error;
      }
      return outcome.value as Awaited<ReturnType<typeof work>>;
    },
  };
}

const server = await makeTestServer();
process.env['FIRST_DAY_TEST_SERVER_PORT'] = String(server.port);
try {
  await makeTemplate((database) => server.place(database));
  const shared = await makeSharedDatabase();
  const ownerStore = openPostgresStore(shared.place);
  const app = openTestApp(TODAY, undefined, { store: ownerStore });
  await app.must('setup.load-demonstration', {});
  const filled = await addOthers(app);
  await shared.owner.query('UPDATE workspace SET demonstration = false');
  const { rows } = await shared.owner.query<{ id: string }>('SELECT home_school_id AS id FROM workspace');
  const real = await readRealValues(ownerStore);
  let differ = 0;
  for (const role of ROLES) {
    const wanted = process.argv.slice(2);
    if (wanted.length > 0 && !wanted.includes(role)) continue;
    const name = `Somebody ${role}`;
    const userId = await shared.add({ name, roles: [role], schoolId: rows[0]?.id });
    if (role === 'provider-staff')
      await shared.owner.query('UPDATE user_roles SET provider_id = $2 WHERE user_id = $1', [
        userId,
        filled.own['providerId'],
      ]);
    const session: UserSession = { userName: name, userId, role };
    const own = openPostgresStore(shared.placeOf(name));
    const ask = async (store: Store, operation: OperationName, input: unknown): Promise<string> => {
      let count = 0;
      let fault: unknown;
      const services: Services = {
        ...app.services,
        store: undoing(store),
        newId: () => `new-${String((count += 1))}`,
        log: { ...app.services.log, error: (_: string, error?: unknown) => void (fault ??= error) },
      };
      const result = await dispatch(services, handlers, session, operation, input);
      if (!result.ok && result.error.code === 'internal') return `internal ${said(fault)}`;
      return JSON.stringify(result);
    };
    for (const operation of Object.keys(contract) as OperationName[]) {
      if (!mayDo(role, (contract[operation] as Operation).permission)) continue;
      if (/^(setup|backups|recovery|keys|session|people\.(save|reset))/.test(operation)) continue;
      for (const [whose, ids] of [
        ['own', filled.own],
        ['far', filled.far],
      ] as const) {
        // prettier-ignore
        const inputs = askedInputs(operation, contract[operation], ids, { real, today: TODAY, many: INPUTS });
        for (const input of inputs) {
          const bare = await ask(ownerStore, operation, input);
          const ruled = await ask(own, operation, input);
          if (bare === ruled) continue;
          differ += 1;
          process.stdout.write(
            `${role} ${operation} ${whose}\n  ${around(bare, ruled)}\n  ${around(ruled, bare)}\n`,
          );
        }
      }
    }
    await own.close();
  }
  process.stdout.write(`${String(differ)} answers differ.\n`);
  await ownerStore.close();
  await shared.close();
} finally {
  await server.remove();
}

function said(error: unknown): string {
  const all: string[] = [];
  for (let cause = error; cause instanceof Error; cause = cause.cause) all.push(cause.message.slice(0, 200));
  return all.join(' < ');
}

/** From a little before the first difference. */
function around(text: string, other: string): string {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at += 1;
  return text.slice(Math.max(0, at - 60), at + 160);
}
