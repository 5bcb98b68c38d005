import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBook, wholeWeek, type BookApp } from '../../../../tests/builders/provider-book.ts';

let app: BookApp;
beforeEach(async () => {
  app = await openBook();
});
afterEach(() => app.close());

const mon = { date: '2025-11-17', slot: 'am' } as const;
const monPm = { date: '2025-11-17', slot: 'pm' } as const;
const tue = { date: '2025-11-18', slot: 'am' } as const;

async function audits(operation: string) {
  return app.services.store.read(async (db) =>
    (await db.select().from(db.tables.audit)).filter((row) => row.operation === operation),
  );
}

describe('places.book', () => {
  test('books every session asked for and writes one audit row that stands by itself', async () => {
    const [exclusionId, providerId] = [await app.exclude('Amara Okafor'), await app.provider('Oak PRU', 3)];
    const done = await app.must('places.book', { exclusionId, providerId, sessions: [mon, monPm, mon] });
    expect(done.placeIds).toHaveLength(2);
    expect(done.heldUntil).toBeUndefined();
    const itinerary = await app.must('places.itinerary', { exclusionId });
    expect(itinerary.uncovered).toBe(8);
    expect(itinerary.sessions.slice(0, 3).map(({ place }) => place?.providerName)).toEqual([
      'Oak PRU',
      'Oak PRU',
      undefined,
    ]);
    const [row, ...others] = await audits('places.book');
    expect(others).toEqual([]);
    expect(row).toMatchObject({ subjectType: 'placement', subjectId: done.placementId });
    expect(row?.detail).toMatchObject({ state: 'booked', exclusionId, providerName: 'Oak PRU' });
  });

  test('a hold runs out a day later', async () => {
    const [exclusionId, providerId] = [await app.exclude('Amara Okafor'), await app.provider('Oak PRU', 3)];
    const done = await app.must('places.book', { exclusionId, providerId, sessions: [mon], hold: true });
    expect(done.heldUntil).toBe('2025-11-13T12:00:00.000Z');
  });

  test('says every reason against every session at once, and books none of them', async () => {
    const providerId = await app.provider('Oak PRU', 1);
    const other = await app.provider('Elm Centre', 5);
    const [amara, ben] = [await app.exclude('Amara Okafor', { form: '9B' }), await app.exclude('Ben Ali')];
    await app.must('places.book', { exclusionId: ben, providerId, sessions: [mon] });
    await app.must('places.book', { exclusionId: amara, providerId: other, sessions: [monPm] });
    await app.must('providers.close', {
      providerId,
      from: tue.date,
      to: tue.date,
      slot: 'am',
      reason: 'Staff training',
    });
    const before = await app.book();

    const result = await app.run('places.book', {
      exclusionId: amara,
      providerId,
      sessions: [mon, monPm, tue, { date: '2025-11-19', slot: 'am' }, { date: '2025-11-24', slot: 'am' }],
    });
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.error.code).toBe('place-full');
    expect(result.error.message).toBe(
      'Nothing was booked at Oak PRU for Amara Okafor. Mon 17 November am: full; Ben Ali (9B) has the only place. ' +
        'Mon 17 November pm: the pupil already has a place then at Elm Centre; cancel that one first to move. ' +
        'Tue 18 November am: the provider is closed (Staff training). ' +
        'Mon 24 November am: not one of the sessions of this exclusion. Choose other sessions or another provider.',
    );
    expect(result.error.fields?.map(({ path }) => path)).toEqual([
      'sessions.0',
      'sessions.1',
      'sessions.2',
      'sessions.4',
    ]);
    expect(await app.book()).toEqual(before);
  });

  test('a full session names those who hold its places and until when', async () => {
    const providerId = await app.provider('Oak PRU', 2);
    for (const [name, hold] of [
      ['Ben Ali', false],
      ['Cat Day', true],
    ] as const) {
      await app.must('places.book', {
        exclusionId: await app.exclude(name),
        providerId,
        sessions: [mon],
        hold,
      });
    }
    const result = await app.run('places.book', {
      exclusionId: await app.exclude('Amara Okafor'),
      providerId,
      sessions: [mon],
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'place-full' } });
    if (result.ok) return;
    expect(result.error.message).toContain(
      'full; Ben Ali (9B) and Cat Day (9B, held until Thu 13 November 2025, 12.00 pm) have the 2 places',
    );
  });

  test('a provider that does not run then, or is out of use, cannot be booked', async () => {
    const exclusionId = await app.exclude('Amara Okafor');
    const mornings = wholeWeek(4).filter(({ slot }) => slot === 'am');
    const { id } = await app.must('providers.save', {
      kind: 'internal-unit',
      name: 'Room 5',
      sessions: mornings,
    });
    const afternoon = await app.run('places.book', { exclusionId, providerId: id, sessions: [monPm] });
    expect(afternoon).toMatchObject({ ok: false, error: { code: 'conflict' } });
    if (!afternoon.ok)
      expect(afternoon.error.message).toContain('Mon 17 November pm: the provider does not run then.');

    await app.must('providers.save', {
      id,
      version: 1,
      kind: 'internal-unit',
      name: 'Room 5',
      sessions: mornings,
      active: false,
    });
    const unused = await app.run('places.book', { exclusionId, providerId: id, sessions: [mon] });
    expect(unused).toMatchObject({
      ok: false,
      error: {
        code: 'conflict',
        message: 'Nothing was booked: Room 5 is not in use. Choose another provider.',
      },
    });
  });

  test('a session with room for nobody is one that is not run', async () => {
    const exclusionId = await app.exclude('Amara Okafor');
    const providerId = await app.provider('Oak PRU', 0);
    const result = await app.run('places.book', { exclusionId, providerId, sessions: [mon] });
    expect(result).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  test('drafts, lunchtimes and strangers need no place, and say so', async () => {
    const providerId = await app.provider('Oak PRU', 3);
    const refusalOf = async (exclusionId: string, at = providerId) => {
      const result = await app.run('places.book', { exclusionId, providerId: at, sessions: [mon] });
      return result.ok ? undefined : `${result.error.code}: ${result.error.message}`;
    };
    const draft = await app.exclude('Amara Okafor', { state: 'draft' });
    expect(await refusalOf(draft)).toBe(
      'conflict: Nothing was booked: the exclusion is still a draft. Issue it first.',
    );
    const lunch = await app.exclude('Ben Ali', { kind: 'lunchtime' });
    expect(await refusalOf(lunch)).toMatch(/^conflict: .* a lunchtime exclusion misses no session/);
    expect(await refusalOf('nobody')).toMatch(/^not-found: This exclusion is not on record/);
    expect(await refusalOf(await app.exclude('Cat Day'), 'nowhere')).toMatch(
      /^not-found: .* provider is not in the list/,
    );
  });

  test('a hold that has run out gives its place away, and the book keeps it as lapsed', async () => {
    const providerId = await app.provider('Oak PRU', 1);
    const [amara, ben] = [await app.exclude('Amara Okafor'), await app.exclude('Ben Ali')];
    const held = await app.must('places.book', {
      exclusionId: amara,
      providerId,
      sessions: [mon],
      hold: true,
    });
    app.wait(23);
    expect(await app.run('places.book', { exclusionId: ben, providerId, sessions: [mon] })).toMatchObject({
      ok: false,
    });
    app.wait(1);
    await app.must('places.book', { exclusionId: ben, providerId, sessions: [mon] });
    expect((await app.book()).get(held.placeIds[0] ?? '')).toBe('lapsed');
    expect((await audits('places.book')).map(({ subjectType }) => subjectType)).toEqual([
      'placement',
      'place',
      'placement',
    ]);
  });

  test.each([
    [{ sessions: [] }, 'sessions'],
    [{ sessions: [{ date: '2025-02-30', slot: 'am' as const }] }, 'sessions.0.date'],
    [{ exclusionId: '' }, 'exclusionId'],
    [{ providerId: '' }, 'providerId'],
  ])('refuses input that cannot be: %j', async (wrong, path) => {
    const result = await app.run('places.book', {
      exclusionId: 'x',
      providerId: 'y',
      sessions: [mon],
      ...wrong,
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid-input', fields: [{ path }] } });
  });

  test.each(['provider-staff', 'governor-clerk', 'authority'] as const)('%s may not book', async (role) => {
    const input = { exclusionId: 'x', providerId: 'y', sessions: [mon] };
    expect(await app.run('places.book', input, role)).toMatchObject({
      ok: false,
      error: { code: 'not-permitted' },
    });
    expect(await app.run('places.confirm', { placeIds: ['x'] }, role)).toMatchObject({
      error: { code: 'not-permitted' },
    });
    expect(await app.run('places.cancel', { placeIds: ['x'], reason: 'y' }, role)).toMatchObject({
      error: { code: 'not-permitted' },
    });
  });
});
