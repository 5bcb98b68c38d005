import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBook, wholeWeek, type BookApp } from '../builders/provider-book.ts';

/** The school keeps a pupil for two days; the PRU takes them earlier only with a member of the school's staff. */
let app: BookApp;
let pru: string;
beforeEach(async () => {
  app = await openBook();
  const rules = { escort: { fromDay: 1, toDay: 2 }, separateGroups: true };
  pru = await app.arrange({ name: 'Elm PRU', sessions: wholeWeek(8), rules });
});
afterEach(() => app.close());

/** Five days from a Wednesday: the weekend lies between day 3 and day 4. */
const fromWednesday = {
  start: { date: '2025-11-19', slot: 'am' as const },
  end: { date: '2025-11-25', slot: 'pm' as const },
};
const wed = { date: '2025-11-19', slot: 'am' } as const;
const thu = { date: '2025-11-20', slot: 'am' } as const;
const fri = { date: '2025-11-21', slot: 'am' } as const;

test('days are counted over school days, so that Monday is day 4', async () => {
  const exclusionId = await app.exclude('Amara Okafor', fromWednesday);
  const { sessions } = await app.must('places.itinerary', { exclusionId });
  expect([...new Map(sessions.map(({ date, day }) => [date, day]))]).toEqual([
    ['2025-11-19', 1],
    ['2025-11-20', 2],
    ['2025-11-21', 3],
    ['2025-11-24', 4],
    ['2025-11-25', 5],
  ]);
});

describe('the PRU on day 1', () => {
  test('needs somebody of the school by name; day 3 does not', async () => {
    const exclusionId = await app.exclude('Amara Okafor', fromWednesday);
    const input = { exclusionId, providerId: pru, sessions: [wed, thu, fri] };
    const refused = await app.run('places.book', input);
    expect(refused).toMatchObject({ ok: false, error: { code: 'conflict' } });
    if (!refused.ok) {
      expect(refused.error.message).toBe(
        'Nothing was booked at Elm PRU for Amara Okafor. Wed 19 November am, Thu 20 November am: the school must send a member of staff up to day 2, and nobody is named. Name who goes with the pupil on these days.',
      );
      expect(refused.error.fields?.map(({ path }) => path)).toEqual(['sessions.0', 'sessions.1']);
    }
    await app.must('places.book', { ...input, sessions: [fri] });
    const escorts = [
      { date: wed.date, name: 'Jo March' },
      { date: thu.date, name: 'Sam Hill' },
      { date: '2025-12-01', name: 'Nobody' },
    ];
    await app.must('places.book', { ...input, sessions: [wed, thu], escorts });
    const { sessions } = await app.must('places.itinerary', { exclusionId });
    expect(sessions.flatMap(({ place }) => place?.escort ?? [])).toEqual(['Jo March', 'Sam Hill']);
  });

  test('can be held without a name, and is confirmed once there is one', async () => {
    const exclusionId = await app.exclude('Amara Okafor', fromWednesday);
    const { placementId, placeIds } = await app.must('places.book', {
      exclusionId,
      providerId: pru,
      sessions: [wed],
      hold: true,
    });
    const refused = await app.run('places.confirm', { placeIds });
    expect(refused).toMatchObject({ ok: false, error: { code: 'conflict' } });
    if (!refused.ok) expect(refused.error.message).toContain('nobody is named');
    await app.must('places.name-escort', { placementId, date: wed.date, name: 'Jo March' });
    await app.must('places.confirm', { placeIds });
    // Taken back, the name is gone; on a day that is not of the stay there is none to name.
    await app.must('places.name-escort', { placementId, date: wed.date, name: '' });
    const { sessions } = await app.must('places.itinerary', { exclusionId });
    expect(sessions[0]?.place).toMatchObject({ state: 'booked' });
    expect(sessions[0]?.place).not.toHaveProperty('escort');
    expect(
      await app.run('places.name-escort', { placementId, date: fri.date, name: 'Jo March' }),
    ).toMatchObject({ error: { code: 'conflict', fields: [{ path: 'date' }] } });
  });

  test('is marked on the board as a session to name somebody for', async () => {
    const exclusionId = await app.exclude('Amara Okafor', fromWednesday);
    const { providers } = await app.must('places.board', { from: wed.date, days: 3, exclusionId });
    expect(providers[0]?.cells.map(({ escort, cannot }) => [escort, cannot])).toEqual([
      [true, undefined],
      [true, undefined],
      [true, undefined],
      [true, undefined],
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });
});

describe('groups that are kept apart', () => {
  test('a secondary, a primary and a long-term pupil never share a session', async () => {
    const secondary = await app.exclude('Sec Ond', { ...fromWednesday, ncYear: '9' });
    const primary = await app.exclude('Prim Ary', { ...fromWednesday, ncYear: '6' });
    const longTerm = await app.exclude('Long Term', { kind: 'permanent', start: wed, ncYear: '9' });
    await app.must('places.book', { exclusionId: secondary, providerId: pru, sessions: [fri] });
    for (const [exclusionId, words] of [
      [primary, 'secondary pupils are there then, and primary pupils are kept apart from them'],
      [longTerm, 'secondary pupils are there then, and long-term pupils are kept apart from them'],
    ] as const) {
      const result = await app.run('places.book', { exclusionId, providerId: pru, sessions: [fri] });
      expect(result.ok).toBe(false);
      if (!result.ok) expect(result.error.message).toContain(words);
    }
    const friPm = { date: fri.date, slot: 'pm' as const };
    await app.must('places.book', { exclusionId: primary, providerId: pru, sessions: [friPm] });
  });
});
