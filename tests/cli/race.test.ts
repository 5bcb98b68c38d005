import { and, count, eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRandom } from '#main/demonstration/random.ts';
import { onResults, spawnCli, type Acknowledged } from '../builders/cli.ts';
import { signInOptions } from '../builders/cli-person.ts';
import { openBook, type BookApp } from '../builders/provider-book.ts';
import { runs } from '../builders/runs.ts';

const ATTEMPTS = runs(1000);
const CAPACITY = 3;
const DAYS = [
  '2025-11-17',
  '2025-11-18',
  '2025-11-19',
  '2025-11-20',
  '2025-11-21',
  '2025-11-24',
  '2025-11-25',
  '2025-11-26',
  '2025-11-27',
  '2025-11-28',
];
const SESSIONS = DAYS.flatMap((date) => (['am', 'pm'] as const).map((slot) => ({ date, slot })));

let book: BookApp;
let provider: string;
let signIn: readonly string[];
let exclusions: string[];

beforeAll(async () => {
  book = await openBook();
  signIn = await signInOptions(book);
  provider = await book.provider('The Bridge', CAPACITY);
  const twoWeeks = {
    start: { date: '2025-11-17', slot: 'am' as const },
    end: { date: '2025-11-28', slot: 'pm' as const },
  };
  const seated = [];
  for (let n = 1; n < CAPACITY; n += 1) seated.push(await book.exclude(`Seated Pupil${n}`, twoWeeks));
  for (const exclusionId of seated) {
    await book.must('places.book', { exclusionId, providerId: provider, sessions: SESSIONS });
  }
  exclusions = [];
  for (let n = 1; n <= 40; n += 1) exclusions.push(await book.exclude(`Waiting Pupil${n}`, twoWeeks));
});

afterAll(() => book.close());

interface Racer {
  start(): Promise<Acknowledged[]>;
}

/**
 * A process that will try `ATTEMPTS` times to get a place for one of its pupils in a session drawn by chance. It is up
 * and has the database open when this resolves; `start` lets it go.
 */
async function lineUp(seed: number, pupils: readonly string[]): Promise<Racer> {
  const random = createRandom(seed);
  const lines = Array.from({ length: ATTEMPTS }, () =>
    JSON.stringify({
      operation: 'places.book',
      input: {
        exclusionId: pupils[random.int(0, pupils.length - 1)],
        providerId: provider,
        sessions: [SESSIONS[random.int(0, SESSIONS.length - 1)]],
      },
    }),
  );
  const child = await spawnCli(['batch', ...signIn, '--today', '2025-11-12']);
  const results: Acknowledged[] = [];
  const ready = new Promise<void>((resolve) => {
    let greeted = false;
    onResults(child, (result) => {
      if (greeted) results.push(result);
      greeted = true;
      resolve();
    });
  });
  child.stdin?.write('{"operation":"setup.status"}\n');
  await ready;
  return {
    start: () => {
      child.stdin?.end(lines.join('\n'));
      return new Promise((resolve) => child.on('close', () => resolve(results)));
    },
  };
}

it('two processes at the last place of 20 sessions book exactly the capacity, and every refusal says who has it', async () => {
  const racers = await Promise.all([
    lineUp(
      1,
      exclusions.filter((_, at) => at % 2 === 0),
    ),
    lineUp(
      2,
      exclusions.filter((_, at) => at % 2 === 1),
    ),
  ]);
  const [odd = [], even = []] = await Promise.all(racers.map((racer) => racer.start()));
  const results = [...odd, ...even];
  expect(results).toHaveLength(2 * ATTEMPTS);

  const taken = await book.services.store.read(async (db) => {
    const { places } = db.tables;
    return db
      .select({ date: places.date, slot: places.slot, n: count() })
      .from(places)
      .where(and(eq(places.providerId, provider), inArray(places.state, ['held', 'booked'])))
      .groupBy(places.date, places.slot)
      .orderBy(places.date, places.slot);
  });
  expect(taken).toEqual(SESSIONS.map((session) => ({ ...session, n: CAPACITY })));
  expect(results.filter(({ ok }) => ok)).toHaveLength(SESSIONS.length);

  const refusals = results.flatMap(({ error }) => error ?? []);
  const unexplained = refusals.filter(
    ({ code, message }) => !['place-full', 'conflict'].includes(code) || !/Pupil\d+|The Bridge/.test(message),
  );
  expect(unexplained).toEqual([]);
  const full = refusals.filter(({ code }) => code === 'place-full');
  expect(full.filter(({ message }) => !/Seated Pupil1|Pupil1, S|Pupil1/.test(message))).toEqual([]);
}, 120_000);
