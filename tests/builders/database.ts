import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db, Store } from '#main/storage/store.ts';
import { openFromTemplate } from './from-template.ts';
import { openNewPostgres } from './postgres-database.ts';
import { TEST_KEY } from './test-key.ts';

export const NOW = '2025-11-12T12:00:00.000Z';

export const newDatabaseFile = (): string =>
  join(mkdtempSync(join(tmpdir(), 'first-day-db-')), 'first-day.db');

/** A file's database; without one a new database on the engine that this run of tests is for. */
export const openStore = (file?: string): Store =>
  file === undefined && process.env['FIRST_DAY_TEST_ENGINE'] === 'postgres'
    ? openNewPostgres()
    : openFromTemplate(file ?? newDatabaseFile(), { now: NOW, key: TEST_KEY });

/** Runs one write that is expected to go through. */
export const must = async (store: Store, work: (db: Db) => Promise<unknown>): Promise<void> => {
  await store.write(async (db) => {
    await work(db);
  });
};

/**
 * The least that a place needs: a school, `pupils` pupils each with an issued exclusion on Monday 10 November 2025,
 * and one provider with `capacity` places on Monday mornings.
 */
export async function seedPlaces(store: Store, pupils: number, capacity: number): Promise<void> {
  await must(store, async (db) => {
    const t = db.tables;
    await db
      .insert(t.schools)
      .values({ id: 's', laEstab: '2014001', urn: null, name: 'Test High School', phase: 'secondary' });
    await db
      .insert(t.providers)
      .values({ id: 'pru', schoolId: 's', kind: 'pru', name: 'The Bridge', active: true, version: 1 });
    await db
      .insert(t.providerSessions)
      .values({ providerId: 'pru', weekday: 1, slot: 'am', capacity, starts: '09:00', ends: '12:00' });
    for (let n = 1; n <= pupils; n += 1) {
      await db.insert(t.pupils).values({
        id: `p${n}`,
        schoolId: 's',
        upn: `A20140012${String(n).padStart(4, '0')}`,
        surname: `Surname${n}`,
        forename: 'Jo',
        sex: 'F',
        dob: '2011-02-17',
        inCare: false,
        searchText: '',
        version: 1,
        updatedAt: NOW,
      });
      await db.insert(t.exclusions).values({
        id: `x${n}`,
        schoolId: 's',
        pupilId: `p${n}`,
        kind: 'fixed-period',
        state: 'issued',
        ruleSet: 'england-2022',
        startDate: '2025-11-10',
        startSlot: 'am',
        endDate: '2025-11-10',
        endSlot: 'pm',
        halfDays: 2,
        decidedBy: 'Head',
        inCare: false,
        recordedBy: 'Test',
        recordedAt: NOW,
        issuedBy: 'Test',
        issuedAt: NOW,
        version: 1,
      });
      await db.insert(t.placements).values({
        id: `m${n}`,
        exclusionId: `x${n}`,
        pupilId: `p${n}`,
        providerId: 'pru',
        purpose: 'exclusion',
        schoolId: 's',
        pupilGroup: 'secondary',
        expectedFrom: '2025-11-10',
        expectedTo: '2025-11-10',
        madeBy: 'Test',
        madeAt: NOW,
        version: 1,
      });
    }
  });
}

export const placeOf = (
  n: number,
  more: Partial<{ date: string; state: 'held' | 'booked'; id: string }> = {},
) => ({
  id: `place${n}`,
  placementId: `m${n}`,
  exclusionId: `x${n}`,
  schoolId: 's',
  pupilId: `p${n}`,
  providerId: 'pru',
  date: '2025-11-10',
  slot: 'am' as const,
  state: 'booked' as const,
  ...more,
});
