import { addDays } from '#shared/kernel/plain-date.ts';
import { createRandom } from '#main/demonstration/random.ts';
import { findRoom } from '#main/features/find-room.ts';
import { insertAll } from '#main/storage/repositories/insert-all.ts';
import { insertPupils } from '#main/storage/repositories/pupil-roll.ts';
import { readProviders, type StoredProvider } from '#main/storage/repositories/providers.ts';
import { openTestApp, type TestApp } from '../../builders/app.ts';
import { wholeWeek } from '../../builders/provider-book.ts';
import { setUpSchool } from '../../builders/school.ts';
import { inventPupils, pupilRows } from '../support/invent-pupils.ts';
import { budget, measured, measurement, type Bench, type Measurement } from '../support/measurement.ts';
import { openRaw, rawInserter } from '../support/raw-database.ts';
import { takeTurns, timeOf } from '../support/take-turns.ts';

const PROVIDERS = 200;
/** 39 weeks of five days: the 195 days on which a school may meet. */
const WEEKS = Array.from({ length: 39 }, (_, at) => addDays('2025-09-01', at * 7));
/** Pupils, each with five stays of a week of ten sessions: 12,500, 25,000 and 50,000 places. */
const SIZES = [250, 500, 1000];
const STAYS = 5;
const PLACES_OF_PUPIL = STAYS * 10;

const sessionsOf = (monday: string) =>
  [0, 1, 2, 3, 4].flatMap((day) =>
    (['am', 'pm'] as const).map((slot) => ({ date: addDays(monday, day), slot })),
  );
const WEEK = sessionsOf(WEEKS[20] ?? '');
const YEAR = WEEKS.flatMap(sessionsOf);

/**
 * Who has room: of all providers in a week, and of one in the whole school year, with ever more places in the book.
 * The providers' own weeks are read before, as they are for every question that follows.
 */
export const availability: Bench = {
  name: 'availability',
  run: async () => {
    const app = openTestApp('2025-09-01');
    try {
      await setUpSchool(app, { promiseFromDay: 1 });
      const pupils = pupilRows(inventPupils(SIZES.at(-1) ?? 0));
      await app.services.store.write((db) => insertPupils(db, pupils));
      await addProviders(app);
      const load: Load = new Map();
      const found: Measurement[] = [];
      for (const [at, size] of SIZES.entries()) {
        const more = pupils.slice(SIZES[at - 1] ?? 0, size).map(({ id }) => id);
        const filled = await timeOf(() => addPlaces(app, more, load));
        console.error(
          `availability: ${String(more.length * PLACES_OF_PUPIL)} places in ${filled.toFixed(0)} ms`,
        );
        found.push(...(await measureSearch(app, size * PLACES_OF_PUPIL)));
      }
      return found;
    } finally {
      await app.close();
    }
  },
};

async function measureSearch(app: TestApp, places: number): Promise<readonly Measurement[]> {
  const { store, clock } = app.services;
  const bare = openRaw(store.location);
  try {
    const now = clock.now();
    const providers = await store.read((db) => readProviders(db, { schoolId: 'school-1' }));
    const search = (of: readonly StoredProvider[], sessions: typeof WEEK) =>
      store.read((db) => findRoom(db, now, of, sessions));
    const count = bare.prepare(
      `SELECT provider_id, date, slot, count(*) FROM places
       WHERE state IN ('held', 'booked') AND date BETWEEN ? AND ? GROUP BY date, slot, provider_id`,
    );
    const countOne = bare.prepare(
      `SELECT date, slot, count(*) FROM places
       WHERE provider_id = ? AND state IN ('held', 'booked') AND date BETWEEN ? AND ? GROUP BY date, slot`,
    );
    const one = providers.slice(0, 1);
    const [week, year] = [WEEK.map(({ date }) => date), YEAR.map(({ date }) => date)];
    const samples = await takeTurns(
      [
        async () => ({ week: await timeOf(() => search(providers, WEEK)) }),
        async () => ({ 'bare week': await timeOf(() => count.all(week[0], week.at(-1))) }),
        async () => ({ one: await timeOf(() => search(one, YEAR)) }),
        async () => ({ 'bare one': await timeOf(() => countOne.all(one[0]?.id, year[0], year.at(-1))) }),
      ],
      { warmUps: 20, rounds: 101, limit: 15 },
    );
    const book = `${places.toLocaleString('en-GB')} places in the book`;
    const [inWeek, ofOne] = ['200 providers in a week', 'one provider in 195 days'];
    const allowed = budget('a budget of 2 ms', 2);
    const bareQuery = (name: string) =>
      measured('one prepared SQL query that counts the same', samples(name));
    return [
      measurement(`availability: ${inWeek}, ${book}`, 'ms', samples('week'), allowed),
      measurement(
        `availability: ${inWeek}, ${book}, beside a query`,
        'ms',
        samples('week'),
        bareQuery('bare week'),
      ),
      measurement(`availability: ${ofOne}, ${book}`, 'ms', samples('one'), allowed),
      measurement(
        `availability: ${ofOne}, ${book}, beside a query`,
        'ms',
        samples('one'),
        bareQuery('bare one'),
      ),
    ];
  } finally {
    bare.close();
  }
}

const providerId = (at: number): string => `provider-${String(at).padStart(3, '0')}`;

async function addProviders(app: TestApp): Promise<void> {
  const ids = Array.from({ length: PROVIDERS }, (_, at) => providerId(at));
  await app.services.store.write(async (db) => {
    const providers = ids.map((id) => ({
      id,
      schoolId: 'school-1',
      kind: 'pru' as const,
      name: `Provider ${id}`,
      active: true,
      version: 1,
    }));
    await insertAll(db, db.tables.providers, providers);
    const sessions = ids.flatMap((id, at) =>
      wholeWeek(capacityOf(at)).map((session) => ({ providerId: id, ...session })),
    );
    await insertAll(db, db.tables.providerSessions, sessions);
  });
}

/** How many pupils come to a provider in a week, by both. */
type Load = Map<string, number>;

const capacityOf = (provider: number): number => 2 + (provider % 11);

/** Each pupil for five whole weeks, each at a provider that still has room then; some providers are full in the end. */
function makeStays(pupils: readonly string[], load: Load) {
  const random = createRandom(pupils.length);
  return pupils.flatMap((pupilId) =>
    random
      .shuffled(WEEKS)
      .slice(0, STAYS)
      .map((monday) => {
        const taken = (provider: number) => load.get(`${String(provider)} ${monday}`) ?? 0;
        let provider = random.int(0, PROVIDERS - 1);
        while (taken(provider) >= capacityOf(provider)) provider = random.int(0, PROVIDERS - 1);
        load.set(`${String(provider)} ${monday}`, taken(provider) + 1);
        return { id: `${pupilId} ${monday}`, monday, pupilId, providerId: providerId(provider) };
      }),
  );
}

/** Straight into the tables, in one transaction; the guards recount each place, so this takes the longest. */
function addPlaces(app: TestApp, pupils: readonly string[], load: Load): void {
  const bare = openRaw(app.services.store.location);
  const stays = makeStays(pupils, load);
  const stayRow = ({ id, monday, pupilId, providerId: provider_id }: (typeof stays)[number]) => ({
    id,
    pupil_id: pupilId,
    provider_id,
    purpose: 'respite',
    school_id: 'school-1',
    pupil_group: 'secondary',
    expected_from: monday,
    expected_to: addDays(monday, 4),
    made_by: 'Bench',
    made_at: `${monday}T08:00:00.000Z`,
    version: 1,
  });
  const placeRows = stays.flatMap(({ id, monday, pupilId, providerId: provider_id }) =>
    sessionsOf(monday).map(({ date, slot }) => ({
      id: `${id} ${date} ${slot}`,
      placement_id: id,
      pupil_id: pupilId,
      provider_id,
      school_id: 'school-1',
      date,
      slot,
      state: 'booked',
    })),
  );
  try {
    const [stay, place] = [stays.map(stayRow), placeRows];
    if (stay[0] === undefined || place[0] === undefined) throw new Error('There is nothing to insert.');
    bare.exec('BEGIN IMMEDIATE');
    stay.forEach(rawInserter(bare, 'placements', stay[0]));
    place.forEach(rawInserter(bare, 'places', place[0]));
    bare.exec('COMMIT');
  } finally {
    bare.close();
  }
}
