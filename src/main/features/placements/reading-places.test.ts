import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBook, wholeWeek, type BookApp } from '../../../../tests/builders/provider-book.ts';

let app: BookApp;
beforeEach(async () => {
  app = await openBook();
});
afterEach(() => app.close());

const mon = { date: '2025-11-17', slot: 'am' } as const;
const monPm = { date: '2025-11-17', slot: 'pm' } as const;
const week = { from: '2025-11-17', days: 5 };

async function cellOf(name: string, session: { date: string; slot: string }, exclusionId?: string) {
  const board = await app.must('places.board', { ...week, ...(exclusionId ? { exclusionId } : {}) });
  return board.providers
    .find((provider) => provider.name === name)
    ?.cells.find(({ date, slot }) => date === session.date && slot === session.slot);
}

describe('places.board', () => {
  test('shows what is free, held and taken, and by whom', async () => {
    const providerId = await app.provider('Oak PRU', 3);
    const [amara, ben] = [await app.exclude('Amara Okafor', { form: '10C' }), await app.exclude('Ben Ali')];
    await app.must('places.book', { exclusionId: amara, providerId, sessions: [mon] });
    await app.must('places.book', { exclusionId: ben, providerId, sessions: [mon], hold: true });
    expect(await cellOf('Oak PRU', mon)).toMatchObject({
      state: 'open',
      capacity: 3,
      booked: 1,
      held: 1,
      wanted: false,
    });
    expect((await cellOf('Oak PRU', mon))?.pupils).toMatchObject([
      { name: 'Ben Ali', state: 'held', heldUntil: '2025-11-13T12:00:00.000Z' },
      { name: 'Amara Okafor', form: '10C', state: 'booked', exclusionId: amara },
    ]);
    app.wait(24);
    expect(await cellOf('Oak PRU', mon)).toMatchObject({ booked: 1, held: 0 });
  });

  test('shows full, closed with its reason, and not run', async () => {
    const full = await app.provider('Full unit', 1);
    await app.must('places.book', {
      exclusionId: await app.exclude('Ben Ali'),
      providerId: full,
      sessions: [mon],
    });
    const shut = await app.provider('Shut centre', 1);
    await app.must('providers.close', {
      providerId: shut,
      from: mon.date,
      to: mon.date,
      slot: 'am',
      reason: 'Flood',
    });
    await app.must('providers.save', {
      kind: 'pru',
      name: 'Afternoons',
      sessions: wholeWeek(2).filter(({ slot }) => slot === 'pm'),
    });
    expect(await cellOf('Full unit', mon)).toMatchObject({ state: 'full', capacity: 1, booked: 1 });
    expect(await cellOf('Shut centre', mon)).toMatchObject({ state: 'closed', reason: 'Flood' });
    expect(await cellOf('Shut centre', monPm)).toMatchObject({ state: 'open' });
    expect(await cellOf('Afternoons', mon)).toMatchObject({ state: 'not-run', capacity: 0 });
  });

  test('says what is out of use, and how many different pupils come where a week has a limit', async () => {
    const form = { kind: 'pru' as const, name: 'Oak PRU', sessions: wholeWeek(3), weekCapacity: 2 };
    const { id: providerId } = await app.must('providers.save', form);
    const amara = await app.exclude('Amara Okafor');
    await app.must('places.book', { exclusionId: amara, providerId, sessions: [mon, monPm] });
    const shut = { from: mon.date, to: mon.date, slot: 'am', reason: 'Room flooded', places: 1 } as const;
    await app.must('providers.close', { providerId, ...shut });
    expect(await cellOf('Oak PRU', mon)).toMatchObject({ state: 'open', capacity: 2, outOfUse: 1 });
    expect((await cellOf('Oak PRU', monPm))?.outOfUse).toBeUndefined();
    const { providers } = await app.must('places.board', week);
    expect(providers[0]?.week).toEqual({ pupils: 1, capacity: 2 });
  });

  test('with a pupil picked, says which sessions are theirs and why one cannot take them', async () => {
    const [full, free] = [await app.provider('Full unit', 1), await app.provider('Free unit', 1)];
    await app.must('places.book', {
      exclusionId: await app.exclude('Ben Ali'),
      providerId: full,
      sessions: [mon],
    });
    const short = { end: { date: '2025-11-18', slot: 'am' as const } };
    const amara = await app.exclude('Amara Okafor', short);
    await app.must('places.book', { exclusionId: amara, providerId: free, sessions: [monPm] });
    const cannot = async (name: string, session: typeof mon | typeof monPm | { date: string; slot: 'pm' }) =>
      (await cellOf(name, session, amara))?.cannot;
    expect(await cannot('Free unit', mon)).toBeUndefined();
    expect((await cellOf('Free unit', mon, amara))?.wanted).toBe(true);
    expect(await cannot('Full unit', mon)).toBe('Full, the only place is taken');
    expect(await cannot('Full unit', monPm)).toMatch(/^The pupil already has a place then at Free unit/);
    expect(await cannot('Free unit', { date: '2025-11-18', slot: 'pm' })).toBe(
      'Not one of the sessions of this exclusion',
    );
    expect((await cellOf('Free unit', { date: '2025-11-18', slot: 'pm' }, amara))?.wanted).toBe(false);
  });

  test('leaves out weekends and names the days on which our school is closed', async () => {
    const { days } = await app.must('places.board', { from: '2025-10-24', days: 4 });
    expect(days).toEqual([
      { date: '2025-10-24', label: 'Fri 24 October' },
      { date: '2025-10-27', label: 'Mon 27 October', schoolClosed: 'half-term' },
    ]);
  });

  test('groups by kind, then by name; one out of use is shown only where pupils had places', async () => {
    for (const [kind, name] of [
      ['la-centre', 'A centre'],
      ['pru', 'Z PRU'],
      ['pru', 'B PRU'],
    ] as const) {
      await app.must('providers.save', { kind, name, sessions: wholeWeek(1) });
    }
    await app.must('providers.save', { kind: 'pru', name: 'Old PRU', sessions: wholeWeek(1), active: false });
    const { providers } = await app.must('places.board', week);
    expect(providers.map(({ name }) => name)).toEqual(['A centre', 'B PRU', 'Z PRU']);
  });

  test('refuses an exclusion that is not there', async () => {
    expect(await app.run('places.board', { ...week, exclusionId: 'nothing' })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });
});

describe('places.queue', () => {
  test('puts looked-after children first, then the soonest session, then permanent before fixed-period', async () => {
    const later = { start: { date: '2025-11-18', slot: 'am' as const } };
    await app.exclude('Late Fixed', later);
    await app.exclude('Late Permanent', { ...later, kind: 'permanent' });
    await app.exclude('Soon Fixed');
    await app.exclude('Looked After', { start: { date: '2025-11-20', slot: 'am' }, inCare: true });
    await app.exclude('Only Lunch', { kind: 'lunchtime' });
    await app.exclude('Still Draft', { state: 'draft' });
    const { waiting } = await app.must('places.queue', {});
    expect(waiting.map(({ name }) => name)).toEqual([
      'Looked After',
      'Soon Fixed',
      'Late Permanent',
      'Late Fixed',
    ]);
    expect(waiting[1]).toMatchObject({
      sessions: 10,
      uncovered: 10,
      missed: 0,
      firstUncovered: mon,
      form: '9B',
    });
  });

  test('leaves out whoever is covered, and brings them back when a hold runs out', async () => {
    const [exclusionId, providerId] = [
      await app.exclude('Amara Okafor', { end: monPm }),
      await app.provider('Oak PRU', 1),
    ];
    await app.must('places.book', { exclusionId, providerId, sessions: [mon, monPm], hold: true });
    expect((await app.must('places.queue', {})).waiting).toEqual([]);
    app.wait(24);
    expect((await app.must('places.queue', {})).waiting).toMatchObject([{ exclusionId, uncovered: 2 }]);
  });

  test('counts past sessions without a place apart, and leaves out whoever has only those', async () => {
    await app.exclude('All Past', {
      start: { date: '2025-11-10', slot: 'am' },
      end: { date: '2025-11-11', slot: 'pm' },
    });
    await app.exclude('Half Past', {
      start: { date: '2025-11-11', slot: 'pm' },
      end: { date: '2025-11-12', slot: 'pm' },
    });
    expect((await app.must('places.queue', {})).waiting).toMatchObject([
      {
        name: 'Half Past',
        sessions: 3,
        missed: 1,
        uncovered: 2,
        firstUncovered: { date: '2025-11-12', slot: 'am' },
      },
    ]);
  });
});

describe('places.itinerary', () => {
  test('says session by session where the pupil is, until when it is held, and where there is no place', async () => {
    const exclusionId = await app.exclude('Amara Okafor', { end: { date: '2025-11-18', slot: 'am' } });
    const providerId = await app.provider('Oak PRU', 1);
    const { placementId, placeIds, heldUntil } = await app.must('places.book', {
      exclusionId,
      providerId,
      sessions: [monPm],
      hold: true,
    });
    const itinerary = await app.must('places.itinerary', { exclusionId });
    expect(itinerary).toMatchObject({ name: 'Amara Okafor', form: '9B', uncovered: 2, missed: 0 });
    expect(itinerary.sessions).toEqual([
      { ...mon, day: 1, standing: 'uncovered', words: 'No place yet' },
      {
        ...monPm,
        day: 1,
        place: {
          placeId: placeIds[0],
          placementId,
          providerId,
          providerName: 'Oak PRU',
          providerKind: 'pru',
          state: 'held',
          heldUntil,
          starts: '13:00',
          ends: '15:30',
        },
        standing: 'held',
        words: 'Held at Oak PRU until Thu 13 November 2025, 12.00 pm',
      },
      { date: '2025-11-18', slot: 'am', day: 2, standing: 'uncovered', words: 'No place yet' },
    ]);
    expect(itinerary.hours).toEqual([{ monday: '2025-11-17', hours: 2.5, sessions: 1, missing: 2 }]);
  });

  test('still shows a place in a session on which the school has closed since', async () => {
    const exclusionId = await app.exclude('Amara Okafor', { end: { date: '2025-11-18', slot: 'am' } });
    const providerId = await app.provider('Oak PRU', 1);
    await app.must('places.book', { exclusionId, providerId, sessions: [mon, monPm] });
    await app.services.store.write((db) =>
      db.insert(db.tables.closures).values({
        id: 'snow',
        schoolId: 'school',
        schoolYear: 2025,
        fromDate: '2025-11-17',
        toDate: '2025-11-17',
        slot: 'pm',
        kind: 'closure',
        name: 'snow',
      }),
    );
    const { sessions, uncovered } = await app.must('places.itinerary', { exclusionId });
    expect(sessions.map(({ slot, day, place }) => [slot, day, place?.state])).toEqual([
      ['am', 1, 'booked'],
      ['pm', 1, 'booked'],
      ['am', 2, undefined],
    ]);
    expect(uncovered).toBe(1);
  });

  test('refuses an exclusion that is not there', async () => {
    expect(await app.run('places.itinerary', { exclusionId: 'nothing' })).toMatchObject({
      error: { code: 'not-found' },
    });
  });
});
