import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBook, type BookApp } from '../../../../tests/builders/provider-book.ts';

let app: BookApp;
beforeEach(async () => {
  app = await openBook();
});
afterEach(() => app.close());

const mon = { date: '2025-11-17', slot: 'am' } as const;
const tue = { date: '2025-11-18', slot: 'am' } as const;

async function audits(operation: string) {
  return app.services.store.read(async (db) =>
    (await db.select().from(db.tables.audit)).filter((row) => row.operation === operation),
  );
}

describe('places.confirm', () => {
  test('turns holds into bookings, and may be pressed twice', async () => {
    const [exclusionId, providerId] = [await app.exclude('Amara Okafor'), await app.provider('Oak PRU', 1)];
    const { placeIds } = await app.must('places.book', {
      exclusionId,
      providerId,
      sessions: [mon, tue],
      hold: true,
    });
    await app.must('places.confirm', { placeIds });
    await app.must('places.confirm', { placeIds });
    app.wait(48);
    const { sessions } = await app.must('places.itinerary', { exclusionId });
    expect(sessions.map(({ place }) => place?.state)).toEqual([
      'booked',
      undefined,
      'booked',
      ...Array(7).fill(undefined),
    ]);
    expect((await audits('places.confirm'))[0]?.detail).toEqual({ confirmed: placeIds, hadAgain: [] });
  });

  test('a hold that ran out is had again while there is room, and the lapsed one stays in the book', async () => {
    const [exclusionId, providerId] = [await app.exclude('Amara Okafor'), await app.provider('Oak PRU', 1)];
    const { placeIds } = await app.must('places.book', {
      exclusionId,
      providerId,
      sessions: [mon],
      hold: true,
    });
    app.wait(30);
    await app.must('places.confirm', { placeIds });
    expect([...(await app.book()).values()].toSorted()).toEqual(['booked', 'lapsed']);
  });

  test('a hold that ran out and whose place has gone is refused with who has it; the others stay held', async () => {
    const providerId = await app.provider('Oak PRU', 1);
    const [amara, ben] = [await app.exclude('Amara Okafor'), await app.exclude('Ben Ali')];
    const first = await app.must('places.book', {
      exclusionId: amara,
      providerId,
      sessions: [mon],
      hold: true,
    });
    app.wait(30);
    const second = await app.must('places.book', {
      exclusionId: amara,
      providerId,
      sessions: [tue],
      hold: true,
    });
    await app.must('places.book', { exclusionId: ben, providerId, sessions: [mon] });
    const result = await app.run('places.confirm', { placeIds: [...first.placeIds, ...second.placeIds] });
    expect(result).toMatchObject({ ok: false, error: { code: 'place-full' } });
    if (result.ok) return;
    expect(result.error.message).toContain('The hold had run out');
    expect(result.error.message).toContain('Ben Ali (9B) has the only place');
    expect((await app.book()).get(second.placeIds[0] ?? '')).toBe('held');
  });

  test('a cancelled or unknown place cannot be confirmed', async () => {
    const [exclusionId, providerId] = [await app.exclude('Amara Okafor'), await app.provider('Oak PRU', 1)];
    const { placeIds } = await app.must('places.book', {
      exclusionId,
      providerId,
      sessions: [mon],
      hold: true,
    });
    await app.must('places.cancel', { placeIds, reason: 'Moved away' });
    const cancelled = await app.run('places.confirm', { placeIds });
    expect(cancelled).toMatchObject({ ok: false, error: { code: 'conflict' } });
    if (!cancelled.ok) {
      expect(cancelled.error.message).toContain(
        'already cancelled by Test Person on Wed 12 November 2025, 12.00 pm (Moved away)',
      );
    }
    expect(await app.run('places.confirm', { placeIds: ['nothing'] })).toMatchObject({
      error: { code: 'not-found' },
    });
  });
});

describe('places.cancel', () => {
  test('frees the place, keeps the history with its reason, and lets the pupil move', async () => {
    const [oak, elm] = [await app.provider('Oak PRU', 1), await app.provider('Elm Centre', 1)];
    const [amara, ben] = [await app.exclude('Amara Okafor'), await app.exclude('Ben Ali')];
    const { placeIds } = await app.must('places.book', {
      exclusionId: amara,
      providerId: oak,
      sessions: [mon],
    });
    await app.must('places.cancel', { placeIds, reason: 'Parents chose another' });
    await app.must('places.book', { exclusionId: amara, providerId: elm, sessions: [mon] });
    await app.must('places.book', { exclusionId: ben, providerId: oak, sessions: [mon] });
    const rows = await app.services.store.read(async (db) => db.select().from(db.tables.places));
    expect(rows.find(({ id }) => id === placeIds[0])).toMatchObject({
      state: 'cancelled',
      endedReason: 'Parents chose another',
      endedBy: 'Test Person',
      endedAt: '2025-11-12T12:00:00.000Z',
    });
    expect((await audits('places.cancel'))[0]).toMatchObject({
      subjectType: 'place',
      subjectId: placeIds[0],
    });
  });

  test('cancels all or none: one that ended before is named', async () => {
    const [exclusionId, providerId] = [await app.exclude('Amara Okafor'), await app.provider('Oak PRU', 1)];
    const { placeIds } = await app.must('places.book', { exclusionId, providerId, sessions: [mon, tue] });
    await app.must('places.cancel', { placeIds: placeIds.slice(0, 1), reason: 'Undone' });
    const result = await app.run('places.cancel', { placeIds, reason: 'Undone' });
    expect(result).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect((await app.book()).get(placeIds[1] ?? '')).toBe('booked');
  });

  test('a hold that ran out needs no cancelling', async () => {
    const [exclusionId, providerId] = [await app.exclude('Amara Okafor'), await app.provider('Oak PRU', 1)];
    const { placeIds } = await app.must('places.book', {
      exclusionId,
      providerId,
      sessions: [mon],
      hold: true,
    });
    app.wait(24);
    const result = await app.run('places.cancel', { placeIds, reason: 'Not needed' });
    if (!result.ok) expect(result.error.message).toContain('Mon 17 November am: the hold has run out.');
    expect(result.ok).toBe(false);
  });

  test('needs a reason', async () => {
    expect(await app.run('places.cancel', { placeIds: ['x'], reason: ' ' })).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path: 'reason' }] },
    });
  });
});
