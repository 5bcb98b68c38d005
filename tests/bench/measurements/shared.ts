import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openPostgresStore } from '#main/storage/engines/postgres/postgres.ts';
import type { PostgresPlace } from '#main/storage/engines/postgres/place.ts';
import { foldPersonName } from '#shared/domain/people/fold-person-name.ts';
import { loginRoleOf } from '#main/storage/shared/login-role.ts';
import { openTestApp, type TestApp } from '../../builders/app.ts';
import { TEST_PASSWORD } from '../../builders/people.ts';
import { makeDatabase } from '../../builders/postgres-database.ts';
import { makeTestServer, postgresPrograms, type TestServer } from '../../builders/postgres-server.ts';
import { makeSharedDatabase, openSharedApp, type SharedApp } from '../../builders/shared-app.ts';
import { MONDAY } from '../support/area-week.ts';
import { dailyOperations, fillForDays } from '../support/daily-operations.ts';
import { AREA, ASKING, fillArea } from '../support/fill-area.ts';
import { budget, measured, measurement, type Bench, type Measurement } from '../support/measurement.ts';
import { projectRoot } from '../support/run-node.ts';
import { takeTurns, timeOf, type Turn } from '../support/take-turns.ts';

const CLIENTS = 50;
/** Processes that the clients are shared out among. */
const PROGRAMS = 2;

/** The same operations on one PC and on a server. */
export const shared: Bench = { name: 'shared', run: () => onServer(sameOperations) };

/** A server with a whole area's years while many PCs are at work. */
export const sharedArea: Bench = { name: 'shared-area', run: () => onServer(wholeArea) };

async function onServer(
  measure: (server: TestServer) => Promise<readonly Measurement[]>,
): Promise<readonly Measurement[]> {
  if (postgresPrograms() === undefined) throw new Error('There is no PostgreSQL here.');
  // As a server is set that must not lose anything.
  const server = await makeTestServer(['fsync = on', 'shared_buffers = 256MB']);
  try {
    return await measure(server);
  } finally {
    await server.remove();
  }
}

const openOn = (place: PostgresPlace): TestApp =>
  openTestApp('2025-11-12', undefined, { store: openPostgresStore(place) });

async function sameOperations(server: TestServer): Promise<readonly Measurement[]> {
  const place = await makeDatabase((database) => server.place(database), 'one_school');
  const apps = { SQLite: openTestApp('2025-11-12'), PostgreSQL: openOn(place) };
  try {
    const operations = await Promise.all(
      Object.entries(apps).map(async ([engine, app]) => {
        await fillForDays(app);
        return [engine, dailyOperations(app)] as const;
      }),
    );
    const samples = await takeTurns(
      operations.flatMap(([engine, list]) =>
        list.map(({ name, run }) => async () => ({ [`${engine} ${name}`]: await timeOf(run) })),
      ),
      { warmUps: 5, rounds: 41, limit: 90 },
    );
    return (operations[0]?.[1] ?? []).map(({ name }) =>
      measurement(
        `shared: ${name}`,
        'ms',
        samples(`PostgreSQL ${name}`),
        measured('the same on SQLite', samples(`SQLite ${name}`)),
      ),
    );
  } finally {
    await Promise.all(Object.values(apps).map((app) => app.close()));
  }
}

async function wholeArea(server: TestServer): Promise<readonly Measurement[]> {
  const place = await makeDatabase((database) => server.place(database), 'area');
  const owner = openOn(place);
  Object.assign(owner.services, { newId: randomUUID });
  await fillForDays(owner);
  // One case through the real commands: the model for those of every school.
  for (const { run } of dailyOperations(owner).slice(0, 2)) await run();
  await fillArea(place);
  const database = await makeSharedDatabase(place);
  await database.person({ name: OFFICE, roles: ['recorder'], schoolId: ASKING });
  const office = await openSharedApp(database, { name: OFFICE });
  const programs = await startClients({
    ...place,
    user: loginRoleOf(place.database, foldPersonName(OFFICE)),
    password: TEST_PASSWORD,
  });
  try {
    const samples = await takeTurns([...askedBy('owner', owner), ...askedBy('office', office)], {
      warmUps: 5,
      rounds: 41,
      limit: 60,
    });
    const size = `${String(AREA.schools)} schools, ${String(AREA.years)} years, ${String(CLIENTS)} PCs at work`;
    const allowed = budget('a budget of 200 ms', 200);
    return [
      measurement(`shared: the Today page, ${size}`, 'ms', samples('office today'), allowed),
      measurement(`shared: the board of places, ${size}`, 'ms', samples('office board'), allowed),
      measurement('shared: the Today page, past the rights', 'ms', samples('owner today'), allowed),
      measurement('shared: the board of places, past the rights', 'ms', samples('owner board'), allowed),
    ];
  } finally {
    for (const program of programs) program.kill();
    await office.close();
    await owner.close();
    await database.close();
  }
}

const OFFICE = 'Ada Lane';

const askedBy = (who: string, { must }: Pick<SharedApp, 'must'>): readonly Turn[] => [
  async () => ({
    [`${who} today`]: await timeOf(async () => {
      await must('today.get', {});
      await must('duties.board', {});
    }),
  }),
  async () => ({ [`${who} board`]: await timeOf(() => must('places.board', { from: MONDAY, days: 5 })) }),
];

async function startClients(place: PostgresPlace) {
  const program = join(projectRoot, 'tests/bench/support/busy-clients.ts');
  const children = Array.from({ length: PROGRAMS }, () =>
    spawn(process.execPath, [program, JSON.stringify(place), String(CLIENTS / PROGRAMS)], {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  await Promise.all(children.map((child) => once(child.stdout, 'data')));
  return children;
}
