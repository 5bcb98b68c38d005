import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBook, wholeWeek, type BookApp } from '../builders/provider-book.ts';

/** A centre of the authority with twelve places, for stays of two to fourteen days. */
let app: BookApp;
let centre: string;
beforeEach(async () => {
  app = await openBook();
  const rules = { minDays: 2, maxDays: 14 };
  centre = await app.arrange({ name: 'Youth Centre', kind: 'la-centre', sessions: wholeWeek(12), rules });
});
afterEach(() => app.close());

const mon = { date: '2025-11-17', slot: 'am' } as const;
const days = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => ({
    date: `2025-11-${String(from + at)}`,
    slot: 'am' as const,
  }));
const twoDays = days(17, 18);

const NAMES = 'Ada Ben Cat Dev Eli Fay Gus Hal Ivy Jan Kit Lou'.split(' ').map((name) => `${name} Other`);

async function fill(count: number) {
  for (const name of NAMES.slice(0, count)) {
    await app.must('places.book', {
      exclusionId: await app.exclude(name),
      providerId: centre,
      sessions: twoDays,
    });
  }
}

describe('a centre with twelve places', () => {
  test('takes twelve on Monday and refuses the thirteenth, with who is there; nothing is overbooked', async () => {
    await fill(12);
    const exclusionId = await app.exclude('Amara Okafor');
    for (const hold of [false, true]) {
      const result = await app.run('places.book', {
        exclusionId,
        providerId: centre,
        sessions: twoDays,
        hold,
      });
      expect(result).toMatchObject({ ok: false, error: { code: 'place-full' } });
      if (!result.ok) {
        expect(result.error.message).toContain(
          'Mon 17 November am, Tue 18 November am: full; Ada Other (9B), Ben Other (9B)',
        );
        expect(result.error.message).toContain('have the 12 places');
      }
    }
    expect([...(await app.book()).values()]).toHaveLength(24);
    // Nobody may waive that the centre is full.
    const waived = { exclusionId, providerId: centre, sessions: twoDays, override: { reason: 'Urgent' } };
    expect(await app.run('places.book', waived, 'decider')).toMatchObject({ error: { code: 'place-full' } });
  });

  test('has one place less while one is out of use', async () => {
    await app.must('providers.close', {
      providerId: centre,
      from: mon.date,
      to: mon.date,
      slot: 'all',
      places: 1,
      reason: 'Room being painted',
    });
    await fill(11);
    const exclusionId = await app.exclude('Amara Okafor');
    const result = await app.run('places.book', { exclusionId, providerId: centre, sessions: twoDays });
    expect(result).toMatchObject({ ok: false, error: { code: 'place-full' } });
    const board = await app.must('places.board', { from: mon.date, days: 1 });
    expect(board.providers[0]?.cells[0]).toMatchObject({ state: 'full', capacity: 11, booked: 11 });
  });
});

describe('stays of two to fourteen days', () => {
  const long = { start: mon, end: { date: '2025-12-12', slot: 'pm' as const } };

  test('one day is refused, two are taken', async () => {
    const exclusionId = await app.exclude('Amara Okafor');
    const one = await app.run('places.book', { exclusionId, providerId: centre, sessions: [mon] });
    expect(one).toMatchObject({ ok: false, error: { code: 'conflict' } });
    if (!one.ok) {
      expect(one.error.message).toContain(
        'Mon 17 November am: a stay there has at least 2 days, and this one would have 1.',
      );
    }
    await app.must('places.book', { exclusionId, providerId: centre, sessions: twoDays });
  });

  test('fourteen days are taken, the fifteenth is refused, in one booking or after it', async () => {
    const exclusionId = await app.exclude('Amara Okafor', long);
    const fourteen = [
      ...days(17, 21),
      ...days(24, 28),
      ...[1, 2, 3, 4].map((day) => ({ date: `2025-12-0${String(day)}`, slot: 'am' as const })),
    ];
    const fifteenth = { date: '2025-12-05', slot: 'am' as const };
    const all = await app.run('places.book', {
      exclusionId,
      providerId: centre,
      sessions: [...fourteen, fifteenth],
    });
    if (!all.ok)
      expect(all.error.message).toContain('a stay there has at most 14 days, and this one would have 15');
    expect(all.ok).toBe(false);
    await app.must('places.book', { exclusionId, providerId: centre, sessions: fourteen });
    expect(
      await app.run('places.book', { exclusionId, providerId: centre, sessions: [fifteenth] }),
    ).toMatchObject({ ok: false });
    // The afternoon of a day that is in the book makes the stay no longer.
    const afternoon = { date: '2025-12-04', slot: 'pm' as const };
    await app.must('places.book', { exclusionId, providerId: centre, sessions: [afternoon] });
  });

  test('the head may waive the length with a reason that is kept; admin staff may not', async () => {
    const exclusionId = await app.exclude('Amara Okafor');
    const input = {
      exclusionId,
      providerId: centre,
      sessions: [mon],
      override: { reason: 'Tried for a day' },
    };
    const refused = await app.run('places.book', input, 'recorder');
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-permitted' } });
    if (!refused.ok) {
      expect(refused.error.message).toContain(
        'only the head teacher, a deputy or an administrator can waive',
      );
    }
    expect(await app.book()).toEqual(new Map());
    const { placementId } = await app.must('places.book', input, 'decider');
    const [stay] = await app.services.store.read((db) => db.select().from(db.tables.placements));
    expect(stay).toMatchObject({
      id: placementId,
      overrideReason: 'Tried for a day',
      overrideBy: 'Test Person',
    });
    const rows = await app.services.store.read((db) => db.select().from(db.tables.audit));
    expect(rows.at(-1)?.detail).toMatchObject({
      override: { reason: 'Tried for a day', rules: ['stay-short'] },
    });
  });

  test('on the board a day of the pupil can be had, as part of a stay', async () => {
    const exclusionId = await app.exclude('Amara Okafor');
    const short = await app.exclude('Ben Ali', { end: { date: '2025-11-17', slot: 'pm' } });
    const cellFor = async (id: string) =>
      (await app.must('places.board', { from: mon.date, days: 1, exclusionId: id })).providers[0]?.cells[0];
    expect(await cellFor(exclusionId)).not.toHaveProperty('cannot');
    expect(await cellFor(short)).toMatchObject({
      cannot: 'A stay there has at least 2 days, and this one would have 1',
      waivable: true,
    });
  });
});

describe('two pupils on the keep-apart list', () => {
  test('the second is refused where the first is, with the reason, and no role may waive it', async () => {
    const [ben, amara] = [await app.exclude('Ben Ali'), await app.exclude('Amara Okafor')];
    await app.must('apart.add', {
      pupilIds: [app.pupilOf(amara), app.pupilOf(ben)],
      reason: 'Fight on 10 November',
    });
    await app.must('places.book', { exclusionId: ben, providerId: centre, sessions: twoDays });
    const input = { exclusionId: amara, providerId: centre, sessions: twoDays };
    for (const override of [undefined, { reason: 'They promised' }]) {
      const result = await app.run('places.book', { ...input, override }, 'decider');
      expect(result).toMatchObject({ ok: false, error: { code: 'conflict' } });
      if (!result.ok) {
        expect(result.error.message).toContain(
          'Ben Ali is there then, and the two are kept apart (Fight on 10 November)',
        );
      }
    }
    // Elsewhere, or on other days, the pupil can be had.
    await app.must('places.book', { ...input, sessions: days(19, 20) });
  });

  test('are not put on the list while they share sessions, unless one gives the place up', async () => {
    const [ben, amara] = [await app.exclude('Ben Ali'), await app.exclude('Amara Okafor')];
    const pupilIds: [string, string] = [app.pupilOf(amara), app.pupilOf(ben)];
    await app.must('places.book', { exclusionId: ben, providerId: centre, sessions: twoDays });
    const { placeIds } = await app.must('places.book', {
      exclusionId: amara,
      providerId: centre,
      sessions: twoDays,
    });
    const refused = await app.run('apart.add', { pupilIds, reason: 'Fight' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'conflict', fields: [{ path: 'giveUp' }] } });
    expect((await app.must('apart.shared', { pupilIds })).places).toHaveLength(4);
    await app.must('apart.add', { pupilIds, reason: 'Fight', giveUp: placeIds });
    expect((await app.must('apart.shared', { pupilIds })).places).toEqual([]);
    expect((await app.must('places.itinerary', { exclusionId: amara })).uncovered).toBe(10);
    const { pairs } = await app.must('apart.list', { pupilId: pupilIds[1] });
    expect(pairs).toMatchObject([
      { pupils: [{ name: 'Ben Ali' }, { name: 'Amara Okafor' }], reason: 'Fight', from: '2025-11-12' },
    ]);
  });

  test('may meet again once it has ended, and the list keeps that they could not', async () => {
    const [ben, amara] = [await app.exclude('Ben Ali'), await app.exclude('Amara Okafor')];
    const pupilIds: [string, string] = [app.pupilOf(amara), app.pupilOf(ben)];
    const { id } = await app.must('apart.add', { pupilIds, reason: 'Fight' });
    expect(await app.run('apart.add', { pupilIds, reason: 'Again' })).toMatchObject({
      error: { code: 'conflict', message: 'Amara Okafor and Ben Ali are kept apart already.' },
    });
    await app.must('apart.end', { id });
    for (const exclusionId of [ben, amara]) {
      await app.must('places.book', { exclusionId, providerId: centre, sessions: twoDays });
    }
    expect((await app.must('apart.list', {})).pairs).toEqual([]);
    expect((await app.must('apart.list', { ended: true })).pairs).toHaveLength(1);
    expect(await app.run('apart.end', { id })).toMatchObject({ error: { code: 'conflict' } });
  });
});

describe('a pupil who comes for a break, not excluded', () => {
  test('takes a place and is in no queue and no exclusion', async () => {
    await fill(11);
    const pupilId = await app.pupil('Lee Reader');
    await app.must('places.book-other', {
      pupilId,
      purpose: 'respite',
      providerId: centre,
      sessions: twoDays,
    });
    const thirteenth = {
      exclusionId: await app.exclude('Amara Okafor'),
      providerId: centre,
      sessions: twoDays,
    };
    expect(await app.run('places.book', thirteenth)).toMatchObject({ error: { code: 'place-full' } });
    const [stay] = await app.services.store.read(async (db) =>
      (await db.select().from(db.tables.placements)).filter((one) => one.pupilId === pupilId),
    );
    expect(stay).toMatchObject({ purpose: 'respite', exclusionId: null, schoolId: 'school' });
    const { waiting } = await app.must('places.queue', {});
    expect(waiting.map(({ name }) => name)).not.toContain('Lee Reader');
  });

  test('cannot have a break in sessions of an exclusion, at weekends, or as somebody else’s pupil', async () => {
    const amara = app.pupilOf(await app.exclude('Amara Okafor'));
    const book = async (pupilId: string, purpose: 'respite' | 'visiting', sessions = twoDays) => {
      const result = await app.run('places.book-other', { pupilId, purpose, providerId: centre, sessions });
      return result.ok ? 'booked' : result.error.message;
    };
    expect(await book(amara, 'respite')).toContain(
      'Amara Okafor is excluded on Mon 17 November am and Tue 18 November am',
    );
    expect(await book(amara, 'respite', days(22, 23))).toContain(
      'the school does not meet on Sat 22 November am',
    );
    expect(await book(await app.pupil('Guest Pupil', { school: 'Hill School' }), 'respite')).toContain(
      'a pupil of another school',
    );
    expect(await book(amara, 'visiting')).toContain('a pupil of this school');
    expect(await book('nobody', 'visiting')).toContain('not on any list');
    expect(await book(amara, 'respite', days(24, 25))).toBe('booked');
  });
});
