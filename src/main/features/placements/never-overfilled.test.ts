import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openBook, wholeWeek, type BookApp } from '../../../../tests/builders/provider-book.ts';

/** Small on purpose: few pupils, places and sessions, so that the steps keep meeting each other. */
const PUPILS = ['Amara Okafor', 'Ben Ali', 'Cat Day', 'Dev Rao'];
const CAPACITIES = [1, 2];
const SESSIONS = (['am', 'pm'] as const).flatMap((slot) =>
  ['2025-11-17', '2025-11-18'].map((date) => ({ date, slot })),
);

const pupil = fc.nat(PUPILS.length - 1);
const provider = fc.nat(CAPACITIES.length - 1);
const session = fc.nat(SESSIONS.length - 1);

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('book' as const),
      pupil,
      provider,
      hold: fc.boolean(),
      sessions: fc.uniqueArray(session, { minLength: 1 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('cancel' as const),
      at: fc.nat(),
      count: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('confirm' as const),
      at: fc.nat(),
      count: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('wait' as const), hours: fc.constantFrom(1, 12, 24) }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('close' as const), provider, session }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('resize' as const),
      provider,
      capacity: fc.integer({ min: 0, max: 3 }),
    }),
  },
);

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

interface World {
  readonly app: BookApp;
  readonly exclusions: readonly string[];
  readonly providers: readonly string[];
}

async function openWorld(): Promise<World> {
  const app = await openBook();
  const exclusions: string[] = [];
  for (const name of PUPILS) exclusions.push(await app.exclude(name));
  const providers: string[] = [];
  for (const capacity of CAPACITIES) providers.push(await app.provider(`Unit ${String(capacity)}`, capacity));
  return { app, exclusions, providers };
}

async function take(world: World, one: Step): Promise<void> {
  const { app, exclusions, providers } = world;
  const placeIds = async (at: number, count: number) => {
    const ids = [...(await app.book()).keys()];
    return ids.length === 0 ? ['none'] : ids.slice(at % ids.length, (at % ids.length) + count);
  };
  const sessionAt = (at: number) => SESSIONS[at] ?? { date: '2025-11-17', slot: 'am' as const };
  const done = await (async () => {
    switch (one.type) {
      case 'book':
        return app.run('places.book', {
          exclusionId: exclusions[one.pupil] ?? '',
          providerId: providers[one.provider] ?? '',
          sessions: one.sessions.map(sessionAt),
          hold: one.hold,
        });
      case 'cancel':
        return app.run('places.cancel', { placeIds: await placeIds(one.at, one.count), reason: 'Test' });
      case 'confirm':
        return app.run('places.confirm', { placeIds: await placeIds(one.at, one.count) });
      case 'close': {
        const { date, slot } = sessionAt(one.session);
        const providerId = providers[one.provider] ?? '';
        return app.run('providers.close', { providerId, from: date, to: date, slot, reason: 'Test' });
      }
      case 'resize': {
        const { provider: now } = await app.must('providers.get', {
          providerId: providers[one.provider] ?? '',
        });
        return app.run('providers.save', { ...now, sessions: wholeWeek(one.capacity) });
      }
      default:
        app.wait(one.hours);
        return undefined;
    }
  })();
  // A refusal is always one that we meant.
  if (done && !done.ok) expect(['place-full', 'conflict', 'not-found']).toContain(done.error.code);
}

/** What must hold after every step, read from the tables and not from our own answers. */
async function check({ app, exclusions, providers }: World, before: ReadonlyMap<string, string>) {
  const now = app.services.clock.now();
  const { places, weeks, closures } = await app.services.store.read(async (db) => ({
    places: await db.select().from(db.tables.places),
    weeks: await db.select().from(db.tables.providerSessions),
    closures: await db.select().from(db.tables.providerClosures),
  }));
  const active = places.filter(
    ({ state, heldUntil }) => state === 'booked' || (state === 'held' && (heldUntil ?? '') > now),
  );
  for (const { date, slot } of SESSIONS) {
    const then = active.filter((place) => place.date === date && place.slot === slot);
    for (const providerId of providers) {
      const taken = then.filter((place) => place.providerId === providerId).length;
      const weekday = date === '2025-11-17' ? 1 : 2;
      const room = weeks.find(
        (run) => run.providerId === providerId && run.weekday === weekday && run.slot === slot,
      );
      expect(taken, 'no session is overfilled').toBeLessThanOrEqual(room?.capacity ?? 0);
      const closed = closures.some(
        (one) => one.providerId === providerId && one.fromDate === date && one.slot === slot,
      );
      expect(closed && taken > 0, 'nobody has a place where it is closed').toBe(false);
    }
    for (const exclusionId of exclusions) {
      const own = then.filter((place) => place.exclusionId === exclusionId).length;
      expect(own, 'nobody is in two places at once').toBeLessThanOrEqual(1);
    }
  }
  const after = await app.book();
  for (const [id, state] of before) {
    expect(after.has(id), 'history never shrinks').toBe(true);
    if (state === 'cancelled' || state === 'lapsed')
      expect(after.get(id), 'what ended stays ended').toBe(state);
  }
  return after;
}

test('no sequence of bookings, holds, confirmations, cancellations, lapses and closures breaks the book', async () => {
  const holds = fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const world = await openWorld();
      try {
        let book = await check(world, new Map());
        for (const one of steps) {
          await take(world, one);
          book = await check(world, book);
        }
      } finally {
        await world.app.close();
      }
    }),
    { numRuns: 60, seed: 20251112 },
  );
  await expect(holds).resolves.toBeUndefined();
});
