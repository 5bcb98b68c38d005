import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBook, wholeWeek, type BookApp } from '../../../../tests/builders/provider-book.ts';
import { runs } from '../../../../tests/builders/runs.ts';

let app: BookApp;
beforeEach(async () => {
  app = await openBook();
});
afterEach(() => app.close());

const mon = { date: '2025-11-17', slot: 'am' } as const;
const tue = { date: '2025-11-18', slot: 'am' } as const;
const oak = { kind: 'pru' as const, name: 'Oak PRU', sessions: wholeWeek(3) };

/** Oak PRU with Amara, then Ben, then a hold for Cat on Monday morning, and Amara on Tuesday. */
async function oakWithThree() {
  const providerId = await app.provider('Oak PRU', 3);
  const exclusionId = await app.exclude('Amara Okafor');
  await app.must('places.book', { exclusionId, providerId, sessions: [mon, tue] });
  app.wait(1);
  await app.must('places.book', { exclusionId: await app.exclude('Ben Ali'), providerId, sessions: [mon] });
  await app.must('places.book', {
    exclusionId: await app.exclude('Cat Day'),
    providerId,
    sessions: [mon],
    hold: true,
  });
  return { providerId, amara: exclusionId };
}

const monday = (providerId: string) => ({
  providerId,
  from: mon.date,
  to: mon.date,
  slot: 'all' as const,
});

const effectOf = async (providerId: string, more: object = {}) =>
  (await app.must('providers.effect', { change: 'closure', ...monday(providerId), ...more })).putOut;

describe('what a change would take away', () => {
  test('is shown before it is saved: of a closed day all who have places then', async () => {
    const { providerId } = await oakWithThree();
    const putOut = await effectOf(providerId);
    expect(putOut.map(({ name, state, date, providerName }) => [name, state, date, providerName])).toEqual([
      ['Ben Ali', 'booked', mon.date, 'Oak PRU'],
      ['Cat Day', 'held', mon.date, 'Oak PRU'],
      ['Amara Okafor', 'booked', mon.date, 'Oak PRU'],
    ]);
    expect((await app.must('providers.get', { providerId })).coming).toHaveLength(4);
  });

  test('of places out of use it is the holds first, then who came last', async () => {
    const { providerId } = await oakWithThree();
    expect((await effectOf(providerId, { places: 1 })).map(({ name }) => name)).toEqual(['Cat Day']);
    expect((await effectOf(providerId, { places: 2 })).map(({ name }) => name)).toEqual([
      'Ben Ali',
      'Cat Day',
    ]);
  });

  test('adds up with places that are out of use already', async () => {
    const { providerId } = await oakWithThree();
    await app.must('providers.close', {
      ...monday(providerId),
      places: 1,
      reason: 'One room less',
      giveUp: (await effectOf(providerId, { places: 1 })).map(({ placeId }) => placeId),
    });
    expect((await effectOf(providerId, { places: 1 })).map(({ name }) => name)).toEqual(['Ben Ali']);
  });

  test('of a lower limit a week takes every place of the pupil who is one too many', async () => {
    const { providerId } = await oakWithThree();
    const form = { ...oak, id: providerId, version: 1, weekCapacity: 1 };
    const { putOut } = await app.must('providers.effect', { change: 'provider', form });
    expect(putOut.map(({ name, date }) => [name, date])).toEqual([
      ['Ben Ali', mon.date],
      ['Cat Day', mon.date],
    ]);
  });

  test('is nothing for a stricter rule of admission: bookings stand', async () => {
    const { providerId } = await oakWithThree();
    const rules = {
      yearGroups: [11],
      separateGroups: true,
      codeOfConduct: true,
      parentChooses: false,
      papers: [],
      weeklyReview: false,
      evaluation: false,
      courses: [],
      termRota: true,
      adultsNeeded: 4,
    };
    const form = { ...oak, id: providerId, version: 1, rules };
    expect((await app.must('providers.effect', { change: 'provider', form })).putOut).toEqual([]);
    await app.must('providers.save', form);
    expect((await app.must('providers.get', { providerId })).coming).toHaveLength(4);
  });

  test('refuses days the wrong way round and more places than there are', async () => {
    const { providerId } = await oakWithThree();
    for (const [wrong, path] of [
      [{ to: '2025-11-14' }, 'to'],
      [{ places: 4 }, 'places'],
    ] as const) {
      expect(
        await app.run('providers.effect', { change: 'closure', ...monday(providerId), ...wrong }),
      ).toMatchObject({ ok: false, error: { code: 'invalid-input', fields: [{ path }] } });
    }
  });
});

describe('giving places up with the change', () => {
  test('cancels them in the same step as closed by the provider, each with its own row in the trail', async () => {
    const { providerId } = await oakWithThree();
    const giveUp = (await effectOf(providerId)).map(({ placeId }) => placeId);
    await app.must('providers.close', { ...monday(providerId), reason: 'Flood', giveUp });
    const rows = await app.services.store.read((db) => db.select().from(db.tables.places));
    expect(
      rows
        .filter(({ state }) => state === 'cancelled')
        .map(({ date, endedCode, endedReason }) => [date, endedCode, endedReason]),
    ).toEqual(Array.from({ length: 3 }, () => [mon.date, 'provider-closed', 'Oak PRU: closed (Flood)']));
    const trail = await app.services.store.read((db) => db.select().from(db.tables.audit));
    const noted = trail.filter(({ operation }) => operation === 'providers.close');
    expect(noted.map(({ subjectType }) => subjectType)).toEqual(['provider', 'place', 'place', 'place']);
    expect(noted[0]?.detail).toMatchObject({ gaveUp: 3 });
    expect((await app.must('providers.get', { providerId })).coming.map(({ date }) => date)).toEqual([
      tue.date,
    ]);
  });

  test('is refused when it is not exactly what the change takes away, with the list as it is now', async () => {
    const { providerId } = await oakWithThree();
    const seen = (await effectOf(providerId)).map(({ placeId }) => placeId);
    const others = (await app.must('providers.get', { providerId })).coming.map(({ placeId }) => placeId);
    for (const giveUp of [seen.slice(1), others]) {
      const result = await app.run('providers.close', { ...monday(providerId), reason: 'Flood', giveUp });
      expect(result).toMatchObject({ ok: false, error: { code: 'conflict', fields: [{ path: 'giveUp' }] } });
      if (!result.ok) expect(result.error.message).toContain('Amara Okafor (9B)');
    }
    await app.must('providers.close', {
      ...monday(providerId),
      slot: 'pm',
      reason: 'Training',
    });
    const none = { ...monday(providerId), slot: 'pm' as const, reason: 'Flood', giveUp: seen.slice(0, 1) };
    const needless = await app.run('providers.close', none);
    expect(needless).toMatchObject({ error: { code: 'conflict' } });
    expect((await app.must('providers.get', { providerId })).coming).toHaveLength(4);
  });

  test('goes with lower limits and with a provider that goes out of use', async () => {
    const { providerId } = await oakWithThree();
    const form = { ...oak, id: providerId, version: 1, sessions: wholeWeek(2) };
    const { putOut } = await app.must('providers.effect', { change: 'provider', form });
    const saved = await app.must('providers.save', {
      ...form,
      reason: 'Ms Day has left',
      giveUp: putOut.map(({ placeId }) => placeId),
    });
    const { coming } = await app.must('providers.get', { providerId });
    expect(coming.map(({ name }) => name)).not.toContain('Cat Day');
    await app.must('providers.save', {
      ...form,
      version: saved.version,
      active: false,
      giveUp: coming.map(({ placeId }) => placeId),
    });
    expect((await app.must('providers.get', { providerId })).coming).toEqual([]);
  });

  test('drops what the stays owed, and a new rule is owed by the stays to come', async () => {
    const { providerId } = await oakWithThree();
    const owed = async () => {
      const rows = await app.services.store.read((db) => db.select().from(db.tables.stayTasks));
      return rows.filter(({ dropped }) => !dropped).map(({ kind }) => kind);
    };
    expect(await owed()).toEqual([]);
    const { rules } = (await app.must('providers.get', { providerId })).provider;
    await app.must('providers.save', {
      ...oak,
      id: providerId,
      version: 1,
      rules: { ...rules, reportDays: 2 },
    });
    // Of the two who are booked; a hold owes nothing yet.
    expect(await owed()).toEqual(['report', 'report']);
    const giveUp = (await effectOf(providerId, { to: tue.date })).map(({ placeId }) => placeId);
    await app.must('providers.close', { ...monday(providerId), to: tue.date, reason: 'Flood', giveUp });
    expect(await owed()).toEqual([]);
  });

  test('leaves a pupil who has been there today', async () => {
    const providerId = await app.provider('Oak PRU', 1);
    const today = { date: '2025-11-12', slot: 'am' } as const;
    const exclusionId = await app.exclude('Amara Okafor', { start: today });
    await app.must('places.book', { exclusionId, providerId, sessions: [today] });
    await app.services.store.write((db) =>
      db.update(db.tables.places).set({
        outcome: 'attended',
        markedBy: 'Test Person',
        markedAt: '2025-11-12T09:10:00.000Z',
      }),
    );
    await app.must('providers.close', {
      providerId,
      from: today.date,
      to: today.date,
      slot: 'all',
      reason: 'Flood',
    });
    expect([...(await app.book()).values()]).toEqual(['booked']);
  });
});

test('closing days never ends a place that was not given up, whatever is booked and closed', async () => {
  const day = fc.integer({ min: 17, max: 21 });
  const step = fc.oneof(
    fc.record({ type: fc.constant('book' as const), pupil: fc.integer({ min: 0, max: 5 }), day }),
    fc.record({
      type: fc.constant('close' as const),
      day,
      places: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      agree: fc.boolean(),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      const own = await openBook();
      try {
        const providerId = await own.provider('Oak PRU', 3);
        const pupils = await Promise.all(
          ['Ada', 'Bea', 'Cat', 'Dee', 'Eve', 'Fay'].map((name) => own.exclude(`${name} Day`)),
        );
        const given = new Set<string>();
        for (const one of steps) {
          const date = `2025-11-${String(one.day)}`;
          if (one.type === 'book') {
            const exclusionId = pupils[one.pupil] ?? '';
            await own.run('places.book', { exclusionId, providerId, sessions: [{ date, slot: 'am' }] });
            continue;
          }
          const places = one.places === undefined ? {} : { places: one.places };
          const days = { providerId, from: date, to: date, slot: 'all' as const, ...places };
          const { putOut } = await own.must('providers.effect', { change: 'closure', ...days });
          const giveUp = one.agree ? putOut.map(({ placeId }) => placeId) : [];
          const result = await own.run('providers.close', { ...days, reason: 'Flood', giveUp });
          expect(result.ok).toBe(one.agree || putOut.length === 0);
          for (const id of giveUp) given.add(id);
        }
        for (const [id, state] of await own.book()) {
          expect(state).toBe(given.has(id) ? 'cancelled' : 'booked');
        }
      } finally {
        await own.close();
      }
    }),
    { numRuns: runs(25) },
  );
});
