import type { Db } from '#main/storage/store.ts';
import { placeOf } from '../builders/database.ts';

/** One rule of the book that the database itself keeps: what is there before, and the place that it refuses or takes. */
interface StayGuard {
  readonly what: string;
  readonly prepare: (db: Db) => Promise<unknown>;
  readonly place: ReturnType<typeof placeOf>;
  readonly guard: string;
}

const otherSession = { weekday: 3, slot: 'am' as const, capacity: 9, starts: '09:00', ends: '12:00' };
const wednesday = { date: '2025-11-12' };

const openWednesday = (db: Db) =>
  db.insert(db.tables.providerSessions).values({ providerId: 'pru', ...otherSession });

const outOfUse = (db: Db, places: number) =>
  db.insert(db.tables.providerClosures).values({
    id: 'exams',
    providerId: 'pru',
    fromDate: '2025-11-10',
    toDate: '2025-11-10',
    slot: 'all',
    reason: 'Exams in the hall',
    places,
  });

const keptApart = (db: Db, fromDate: string, toDate: string | null) =>
  db.insert(db.tables.keepApart).values({
    id: 'apart',
    pupilA: 'p1',
    pupilB: 'p2',
    reason: 'Fight',
    fromDate,
    toDate,
    madeBy: 'Test',
    madeAt: '2025-11-01T09:00:00.000Z',
  });

const there = (db: Db, n: number, change: Parameters<typeof placeOf>[1] = {}) =>
  db.insert(db.tables.places).values(placeOf(n, { id: `there${String(n)}`, ...change }));

const rule = (db: Db, set: { weekCapacity?: number; schoolShare?: number }) =>
  db.update(db.tables.providers).set(set);

/** Each with a provider of nine places on Monday 10 November 2025 am and three pupils of one school (`seedPlaces`). */
export const STAY_GUARDS: readonly StayGuard[] = [
  {
    what: 'the week has its number of different pupils, though the day holds fewer',
    prepare: async (db) => {
      await openWednesday(db);
      await rule(db, { weekCapacity: 1 });
      await there(db, 1, wednesday);
    },
    place: placeOf(2, { id: 'asked' }),
    guard: 'week-full',
  },
  {
    what: 'nothing, for a pupil who comes that week already',
    prepare: async (db) => {
      await openWednesday(db);
      await rule(db, { weekCapacity: 1 });
      await there(db, 1, wednesday);
    },
    place: placeOf(1, { id: 'asked' }),
    guard: 'nothing',
  },
  {
    what: 'the share of the school is taken',
    prepare: async (db) => {
      await rule(db, { schoolShare: 1 });
      await there(db, 1);
    },
    place: placeOf(2, { id: 'asked' }),
    guard: 'share-full',
  },
  {
    what: 'the two are kept apart',
    prepare: async (db) => {
      await keptApart(db, '2025-11-10', null);
      await there(db, 1);
    },
    place: placeOf(2, { id: 'asked' }),
    guard: 'kept-apart',
  },
  {
    what: 'the two are kept apart, whoever comes first',
    prepare: async (db) => {
      await keptApart(db, '2025-11-10', '2025-11-10');
      await there(db, 2);
    },
    place: placeOf(1, { id: 'asked' }),
    guard: 'kept-apart',
  },
  {
    what: 'nothing, once they may meet again',
    prepare: async (db) => {
      await keptApart(db, '2025-10-01', '2025-11-09');
      await there(db, 1);
    },
    place: placeOf(2, { id: 'asked' }),
    guard: 'nothing',
  },
  {
    what: 'all but one place is out of use',
    prepare: async (db) => {
      await outOfUse(db, 8);
      await there(db, 1);
    },
    place: placeOf(2, { id: 'asked' }),
    guard: 'place-full',
  },
  {
    what: 'nothing, where places out of use leave room',
    prepare: async (db) => {
      await outOfUse(db, 7);
      await there(db, 1);
    },
    place: placeOf(2, { id: 'asked' }),
    guard: 'nothing',
  },
];
