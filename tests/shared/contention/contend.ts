import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { configFor } from '#main/storage/engines/postgres/connect.ts';
import type { PostgresPlace } from '#main/storage/engines/postgres/place.ts';
import { openPostgresStore } from '#main/storage/engines/postgres/postgres.ts';
import { bundle } from '../../builders/bundle.ts';
import { makeDatabase } from '../../builders/postgres-database.ts';
import { makeTestServer, type TestServer } from '../../builders/postgres-server.ts';
import { openBook } from '../../builders/provider-book.ts';
import { repeatableRandom } from '../../builders/repeatable-random.ts';
import { checkBook } from './check-book.ts';
import { startPc, type Pc } from './pcs.ts';
import type { Said, Task } from './talk.ts';

export interface Storm {
  readonly clients: number;
  /** Of all clients together. */
  readonly attempts: number;
  readonly seed: number;
  /** Clients that are killed at moments drawn by chance, one after another; each is replaced. */
  readonly kills?: number;
  /** Power cuts of the server, which is started again at once. */
  readonly crashes?: number;
}

export interface Weather {
  readonly said: readonly Said[];
  readonly seconds: number;
  /** What is not as it must be, as sentences. */
  readonly wrong: readonly string[];
  readonly deadlocks: number;
}

const CAPACITY = 3;
const PUPILS_OF_A_CLIENT = 8;
const DAYS = [17, 18, 19, 20, 21, 24, 25, 26, 27, 28].map((day) => `2025-11-${String(day)}`);
const SESSIONS = DAYS.flatMap((date) => (['am', 'pm'] as const).map((slot) => ({ date, slot })));
const TODAY = '2025-11-12';

/** Lets many client processes at the last place of each of 20 sessions, on a server of their own, and looks after them. */
export async function contend(storm: Storm): Promise<Weather> {
  const program = await bundle('tests/shared/contention/client.ts');
  // What a server was given must be on its disk when its power is cut.
  const server = await makeTestServer(['fsync = on']);
  try {
    const place = await makeDatabase((database) => server.place(database), 'storm');
    const { providerId, exclusionIds } = await prepare(place, storm.clients);
    const tasks = Array.from({ length: storm.clients }, (_, at): Task => ({
      place,
      today: TODAY,
      seed: storm.seed * 1000 + at,
      attempts: Math.ceil(storm.attempts / storm.clients),
      providerId,
      sessions: SESSIONS,
      exclusionIds: exclusionIds.slice(at * PUPILS_OF_A_CLIENT, (at + 1) * PUPILS_OF_A_CLIENT),
    }));
    const { said, seconds } = await run(program, server, tasks, storm);
    const store = openPostgresStore(place);
    const wrong = await checkBook(store, CAPACITY, said);
    await store.close();
    return { said, seconds, wrong, deadlocks: await deadlocksOf(place) };
  } finally {
    await server.remove();
  }
}

async function connect(place: PostgresPlace): Promise<pg.Client> {
  const [at] = place.servers;
  if (!at) throw new Error('no server');
  const client = new pg.Client(configFor(place, at));
  await client.connect();
  return client;
}

async function prepare(place: PostgresPlace, clients: number) {
  const book = await openBook({ store: openPostgresStore(place) });
  const providerId = await book.provider('The Bridge', CAPACITY);
  const twoWeeks = {
    start: { date: '2025-11-17', slot: 'am' as const },
    end: { date: '2025-11-28', slot: 'pm' as const },
  };
  for (let n = 1; n < CAPACITY; n += 1) {
    const exclusionId = await book.exclude(`Seated Pupil${String(n)}`, twoWeeks);
    await book.must('places.book', { exclusionId, providerId, sessions: SESSIONS });
  }
  const exclusionIds: string[] = [];
  for (let n = 1; n <= clients * PUPILS_OF_A_CLIENT; n += 1)
    exclusionIds.push(await book.exclude(`Waiting Pupil${String(n)}`, twoWeeks));
  await book.close();
  return { providerId, exclusionIds };
}

async function run(
  program: string,
  server: TestServer,
  tasks: readonly Task[],
  { seed, attempts, kills = 0, crashes = 0 }: Storm,
): Promise<{ readonly said: readonly Said[]; readonly seconds: number }> {
  const below = repeatableRandom(seed);
  const all: Pc[] = [];
  const present: Pc[] = [];
  // A few at a time: starting keeps the processors busy.
  for (let at = 0; at < tasks.length; at += 5)
    present.push(...(await Promise.all(tasks.slice(at, at + 5).map((task) => startPc(program, task)))));
  all.push(...present);
  const done = () => all.reduce((sum, { said }) => sum + said.length, 0);
  const start = performance.now();
  for (const pc of present) pc.start();

  // Both are spread over the first four fifths of the work.
  const troubles = [...Array(kills).fill('kill'), ...Array(crashes).fill('crash')].map((what: string) => ({
    what,
    at: below(Math.max(1, Math.floor(attempts * 0.8))),
  }));
  for (const { what, at } of troubles.toSorted((one, other) => one.at - other.at)) {
    while (done() < at) await sleep(5 + below(20));
    if (what === 'crash') {
      await server.stop('kill');
      await server.start();
      continue;
    }
    const which = below(present.length);
    const [pc, task] = [present[which], tasks[which]];
    if (!pc || !task) continue;
    pc.kill();
    await pc.ended;
    const left = task.attempts - pc.said.length;
    if (left <= 0) continue;
    const next = await startPc(program, { ...task, seed: task.seed + 500, attempts: left });
    next.start();
    present[which] = next;
    all.push(next);
  }
  await Promise.all(all.map(({ ended }) => ended));
  return { said: all.flatMap(({ said }) => said), seconds: (performance.now() - start) / 1000 };
}

async function deadlocksOf(place: PostgresPlace): Promise<number> {
  const client = await connect(place);
  const { rows } = await client.query<{ deadlocks: number }>(
    'SELECT sum(deadlocks)::integer AS deadlocks FROM pg_stat_database WHERE datname = current_database()',
  );
  await client.end();
  return rows[0]?.deadlocks ?? 0;
}
