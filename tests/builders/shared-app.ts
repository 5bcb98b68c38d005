import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { OperationInput, OperationName, OperationOutput } from '#shared/contract/contract.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Role } from '#shared/permissions/roles.ts';
import { dispatch } from '#main/api/dispatch.ts';
import type { Envelope } from '#main/features/envelope.ts';
import { handlers } from '#main/api/handlers.ts';
import { makeWindowDesk, type WindowDesk } from '#main/app/session-desk.ts';
import { NOBODY, type Services } from '#main/features/context.ts';
import { followOthers } from '#main/office/shared/follow-others.ts';
import { joinFileIn } from '#main/platform/data-folder.ts';
import { writeJoinFile, type JoinFile } from '#main/office/shared/join-file.ts';
import { makeSharedOffice, type SharedOffice } from '#main/office/shared/shared-office.ts';
import { fixedClock } from '#main/platform/clock.ts';
import { makeFileDesk, noDialogs } from '#main/platform/files/file-desk.ts';
import { makeFormDesk } from '#main/platform/form-desk.ts';
import { silentLog } from '#main/platform/log.ts';
import { openNationalSchools } from '#main/platform/resources.ts';
import { configFor } from '#main/storage/engines/postgres/connect.ts';
import { PATIENCE } from '#main/storage/engines/postgres/patience.ts';
import type { PostgresPlace } from '#main/storage/engines/postgres/place.ts';
import { openPostgresStore } from '#main/storage/engines/postgres/postgres.ts';
import { applyRights } from '#main/storage/shared/apply-rights.ts';
import { createPerson } from '#main/storage/shared/create-person.ts';
import type { Store } from '#main/storage/store.ts';
import { QUICK_PASSWORDS, TEST_PASSWORD } from './people.ts';
import { makeTemplate, newPostgresDatabase } from './postgres-database.ts';
import { makeTestServer, type TestServer } from './postgres-server.ts';
import { setUpSchool, type SchoolOptions } from './school.ts';

export interface SharedPerson {
  readonly name: string;
  readonly roles: readonly [Role, ...Role[]];
  /** The school whose records they work with; undefined: the area. */
  readonly schoolId?: string | undefined;
  readonly password?: string;
  readonly mustChange?: boolean;
}

/** A shared database on the tests’ server, with its owner's store beside what people can reach. */
export interface SharedDatabase {
  readonly join: JoinFile;
  /** As the owner, past all rights. */
  readonly place: PostgresPlace;
  readonly store: Store;
  school(options?: SchoolOptions): Promise<string>;
  /** Somebody with a login of their own; gives the id. */
  person(person: SharedPerson): Promise<string>;
  /** A data folder that has joined it, for a window or a command line to start in. */
  folder(): Promise<string>;
  close(): Promise<void>;
}

export async function makeSharedDatabase(place?: PostgresPlace): Promise<SharedDatabase> {
  const at = place ?? (await newPostgresDatabase());
  const { database, servers } = at;
  await asOwner(at, (client) => applyRights(client, database));
  const store = openPostgresStore(at);
  const clock = fixedClock('2025-11-12');
  const file: JoinFile = {
    kind: 'first-day-shared-database',
    version: 1,
    name: 'Test Area',
    database,
    servers: [...servers],
    tls: { mode: 'none' },
  };
  return {
    join: file,
    place: at,
    store,
    school: async (options) => (await setUpSchool({ services: { store, clock } }, options)).schoolId,
    person: async ({ name, roles, schoolId, password = TEST_PASSWORD, mustChange = false }) =>
      asOwner(at, (client) =>
        createPerson(
          client,
          database,
          { name, password, roles, schoolId, mustChange },
          '2025-09-01T08:00:00.000Z',
        ),
      ),
    folder: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'first-day-joined-'));
      await writeJoinFile(joinFileIn(folder), file);
      return folder;
    },
    close: () => store.close(),
  };
}

/** A server with an empty shared database, for a window's tests: they have none that runs already. */
export async function makeSharedServer(): Promise<{
  readonly server: TestServer;
  readonly database: SharedDatabase;
}> {
  const server = await makeTestServer();
  process.env['FIRST_DAY_TEST_SERVER_PORT'] = String(server.port);
  await makeTemplate((database) => server.place(database));
  return { server, database: await makeSharedDatabase() };
}

/** The app of one window at a shared database. */
export interface SharedApp {
  readonly services: Services;
  readonly desk: WindowDesk;
  readonly office: SharedOffice;
  /** What its window was told of what others do. */
  readonly told: readonly AppEvent[];
  /** Asks as the window does: in the session that its desk has at this moment. */
  ask<N extends OperationName>(
    name: N,
    input: OperationInput<N>,
    envelope?: Envelope,
  ): Promise<Result<OperationOutput<N>>>;
  /** The same, but a refusal fails the test with its sentence. */
  must<N extends OperationName>(name: N, input: OperationInput<N>): Promise<OperationOutput<N>>;
  signIn(name: string, password?: string): Promise<Result<{ mustChange: boolean }>>;
  close(): Promise<void>;
}

let windows = 0;

/** `name`: who has signed in to it already. */
export async function openSharedApp(
  { join: file }: Pick<SharedDatabase, 'join'>,
  {
    name,
    role,
    today = '2025-11-12',
    away,
  }: { readonly name?: string; readonly role?: Role; readonly today?: string; readonly away?: string } = {},
): Promise<SharedApp> {
  const window = (windows += 1);
  const programId = `window-${String(window)}`;
  const told: AppEvent[] = [];
  const office = makeSharedOffice({
    join: file,
    follow: (place, heard) => followOthers(place, { programId, send: (event) => told.push(event), heard }),
    patience: { ...PATIENCE, connect: 3000, fate: 3000, again: 8000 },
    ...(away === undefined ? {} : { away: { folder: away, now: () => fixedClock(today).now() } }),
  });
  let last: string | undefined;
  let count = 0;
  const desk = makeWindowDesk({
    monotonic: () => 0,
    onChange: () => undefined,
    lastName: () => last,
    remember: ({ userName }) => (last = userName),
  });
  const services: Services = {
    store: office.store,
    office: office.desk,
    shared: office.shared,
    away: office.away,
    clock: fixedClock(today),
    programId,
    newId: () => `${programId}-${String((count += 1)).padStart(6, '0')}`,
    files: makeFileDesk(noDialogs),
    sessions: desk,
    passwordCost: QUICK_PASSWORDS,
    jobs: { cancel: () => false },
    program: { version: '0.0.0-test', runtime: { node: process.versions.node } },
    nationalSchools: openNationalSchools,
    log: silentLog,
    forms: makeFormDesk(),
  };
  const ask: SharedApp['ask'] = async (operation, input, envelope = {}) => {
    const session = await desk.asking(async () => NOBODY);
    return (await dispatch(services, handlers, session, operation, input, undefined, envelope)) as Result<
      OperationOutput<typeof operation>
    >;
  };
  const must: SharedApp['must'] = async (operation, input) => {
    const result = await ask(operation, input);
    if (!result.ok) throw new Error(`${operation}: ${JSON.stringify(result.error)}`);
    return result.value;
  };
  const app: SharedApp = {
    services,
    desk,
    office,
    told,
    ask,
    must,
    signIn: (who, password = TEST_PASSWORD) => ask('session.sign-in', { name: who, password }),
    close: () => office.close(),
  };
  if (name !== undefined) await must('session.sign-in', { name, password: TEST_PASSWORD });
  if (role !== undefined) await must('session.work-as', { role });
  return app;
}

export async function asOwner<T>(place: PostgresPlace, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const [server] = place.servers;
  if (!server) throw new Error('no server');
  const client = new pg.Client(configFor(place, server));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
