import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBook, type BookApp } from '../builders/provider-book.ts';

let app: BookApp;
beforeEach(async () => {
  app = await openBook();
});
afterEach(() => app.close());

const mon = { date: '2025-11-17', slot: 'am' } as const;
const monPm = { date: '2025-11-17', slot: 'pm' } as const;

const day = (slot: 'am' | 'pm', starts: string, ends: string) =>
  [1, 2, 3, 4, 5].map((weekday) => ({ weekday, slot, capacity: 6, starts, ends }));

describe('hours of a day out of hours', () => {
  test.each([
    ['late day', [...day('am', '13:30', '15:45'), ...day('pm', '15:45', '18:00')], [mon, monPm], 4.5, 8],
    ['extended day', day('pm', '15:00', '18:00'), [monPm], 3, 9],
    ['split day', [...day('am', '07:00', '09:00'), ...day('pm', '15:30', '18:30')], [mon, monPm], 5, 8],
  ])('%s', async (name, sessions, wanted, hours, missing) => {
    const providerId = await app.arrange({ name, kind: 'flexible-day', sessions });
    const exclusionId = await app.exclude('Amara Okafor');
    await app.must('places.book', { exclusionId, providerId, sessions: wanted });
    const itinerary = await app.must('places.itinerary', { exclusionId });
    expect(itinerary.hours).toEqual([{ monday: '2025-11-17', hours, sessions: wanted.length, missing }]);
  });
});

describe('two adults after three o’clock', () => {
  const rules = { adultsNeeded: 2 };
  const extended = () =>
    app.arrange({ name: 'Extended day', kind: 'flexible-day', sessions: day('pm', '15:00', '18:00'), rules });

  test('with one a place can be held and not confirmed; with two it can', async () => {
    const providerId = await extended();
    await app.roster(providerId, [{ name: 'Jo March', weekday: 1, slot: 'pm', here: true }]);
    const exclusionId = await app.exclude('Amara Okafor');
    const input = { exclusionId, providerId, sessions: [monPm] };
    const booked = await app.run('places.book', input);
    expect(booked.ok).toBe(false);
    if (!booked.ok) expect(booked.error.message).toContain('2 adults are needed, and 1 is down for it');
    const { placeIds } = await app.must('places.book', { ...input, hold: true });
    const refused = await app.run('places.confirm', { placeIds });
    expect(refused).toMatchObject({ ok: false, error: { code: 'conflict' } });
    if (!refused.ok) expect(refused.error.message).toContain('Nothing was confirmed at Extended day');
    await app.roster(providerId, [{ name: 'Sam Hill', date: mon.date, slot: 'pm', here: true }]);
    await app.must('places.confirm', { placeIds });
  });

  test('an adult who is away that day is missing, and only the head may do without', async () => {
    const providerId = await extended();
    await app.roster(providerId, [
      { name: 'Jo March', weekday: 1, slot: 'pm', here: true },
      { name: 'Sam Hill', weekday: 1, slot: 'pm', here: true },
      { name: 'Sam Hill', date: mon.date, slot: 'pm', here: false },
    ]);
    const exclusionId = await app.exclude('Amara Okafor');
    const { placeIds } = await app.must('places.book', {
      exclusionId,
      providerId,
      sessions: [monPm],
      hold: true,
    });
    const override = { reason: 'The caretaker stays too' };
    expect(await app.run('places.confirm', { placeIds, override }, 'recorder')).toMatchObject({
      error: { code: 'not-permitted' },
    });
    await app.must('places.confirm', { placeIds, override }, 'decider');
    const [stay] = await app.services.store.read((db) => db.select().from(db.tables.placements));
    expect(stay).toMatchObject({ overrideReason: 'The caretaker stays too', overrideBy: 'Test Person' });
  });
});
