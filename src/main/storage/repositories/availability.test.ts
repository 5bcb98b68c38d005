import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openRaw } from '../../../../tests/bench/support/raw-database.ts';
import { openBook, type BookApp } from '../../../../tests/builders/provider-book.ts';
import { daysOfNovember } from '../../../../tests/builders/ruled-provider.ts';
import { ON_POSTGRES } from '../../../../tests/builders/test-engine.ts';
import type { Db } from '../store.ts';
import { lapsedQuery, readTaken, takenQuery } from './availability.ts';

let app: BookApp;
let bridge: string;
let oak: string;
beforeEach(async () => {
  app = await openBook();
  bridge = await app.provider('The Bridge', 4);
  oak = await app.provider('Oak House', 4);
});
afterEach(() => app.close());

const MONDAY = { date: '2025-11-17', slot: 'am' } as const;
const WEEK = { from: '2025-11-17', to: '2025-11-21' };
const takenThen = (providerId: string, filter = {}) =>
  app.services.store.read(async (db) => {
    const taken = await readTaken(db, app.services.clock.now(), { ...WEEK, ...filter });
    return taken(MONDAY).get(providerId) ?? 0;
  });
const book = async (name: string, providerId: string, hold = false) => {
  const exclusionId = await app.exclude(name);
  return app.must('places.book', { exclusionId, providerId, sessions: daysOfNovember(17), hold });
};

describe('places taken', () => {
  test('are booked and held ones, of each provider', async () => {
    await book('Amara Okafor', bridge);
    await book('Ben Ali', bridge, true);
    await book('Cass Moor', oak);
    expect(await takenThen(bridge)).toBe(2);
    expect(await takenThen(oak)).toBe(1);
    expect(await takenThen(oak, { providerId: oak })).toBe(1);
    expect(await takenThen(bridge, { from: '2025-11-18' })).toBe(0);
    expect(await takenThen(bridge, { atLeast: 2 })).toBe(2);
    expect(await takenThen(oak, { atLeast: 2 })).toBe(0);
  });

  test('are none that were cancelled, nor held ones that ran out before anybody marked them', async () => {
    const { placeIds } = await book('Amara Okafor', bridge);
    await book('Ben Ali', bridge, true);
    await app.must('places.cancel', { placeIds, reason: 'Ill' });
    expect(await takenThen(bridge)).toBe(1);
    app.wait(25);
    expect(await takenThen(bridge)).toBe(0);
    expect([...(await app.book()).values()]).toContain('held');
  });
});

// SQLite's plans.
describe.skipIf(ON_POSTGRES)('the search for free places', () => {
  /** How the engine would answer a query. */
  const planOf = async (make: (db: Db) => { toSQL(): { sql: string; params: unknown[] } }) => {
    const { store } = app.services;
    const { sql, params } = await store.read((db) => Promise.resolve(make(db).toSQL()));
    const bare = openRaw(store.location);
    try {
      const rows = bare.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...params);
      return rows.map(({ detail }) => detail);
    } finally {
      bare.close();
    }
  };

  test('of all providers is answered by the index of taken places alone, without sorting', async () => {
    expect(await planOf((db) => takenQuery(db, WEEK))).toEqual([
      'CO-ROUTINE counts',
      'SEARCH places USING COVERING INDEX places_taken (date>? AND date<?)',
      'SCAN counts',
    ]);
  });

  test('of one provider reads its own places only', async () => {
    expect(await planOf((db) => takenQuery(db, { ...WEEK, providerId: 'bridge' }))).toEqual([
      'CO-ROUTINE counts',
      'SEARCH places USING INDEX places_session (provider_id=? AND date>? AND date<?)',
      'SCAN counts',
    ]);
  });

  test('finds holds that have run out by the index of holds', async () => {
    expect(await planOf((db) => lapsedQuery(db, '2025-11-12T12:00:00.000Z', WEEK))).toEqual([
      'SEARCH places USING INDEX places_holds (held_until<?)',
    ]);
  });
});
