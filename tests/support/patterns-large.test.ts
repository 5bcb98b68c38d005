import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, weekdayOf } from '#shared/kernel/plain-date.ts';
import { openExclusionApp, type ExclusionApp } from '../builders/exclusion-school.ts';
import { processorTime } from '../builders/processor-time.ts';
import { ON_POSTGRES } from '../builders/test-engine.ts';
import { insertAll } from '#main/storage/repositories/insert-all.ts';

const PUPILS = 50_000;
const EXCLUSIONS = 8000;
const STAYS = 3000;

/** Milliseconds of processor time that the page may take at most; each takes some tenths of a second. */
const MOST = 2500;

const period = { from: '2025-09-01', to: '2025-11-12' };
const days = Array.from({ length: 70 }, (_, at) => addDays('2025-09-02', at)).filter(
  (day) => weekdayOf(day) <= 5,
);
const idOf = (what: string, at: number): string => `${what}-${String(at).padStart(6, '0')}`;
const dayAt = (at: number): string => days[at % days.length] ?? '';

const UNITS = ['North', 'East', 'South', 'West'];
const unitAt = (at: number): string => UNITS[Math.floor(at / days.length) % UNITS.length] ?? '';

let app: ExclusionApp;
beforeAll(async () => {
  app = await openExclusionApp();
  const schoolId = 'school-1';
  await app.services.store.write(async (db) => {
    const t = db.tables;
    const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);
    await insertAll(
      db,
      t.pupils,
      numbers(PUPILS).map((at) => ({
        id: idOf('p', at),
        schoolId,
        upn: `A${String(at).padStart(12, '0')}`,
        surname: `Surname${String(at)}`,
        forename: 'Sam',
        sex: 'F' as const,
        dob: '2012-03-04',
        senProvision: 'N',
        inCare: false,
        searchText: ` surname${String(at)} sam`,
        version: 1,
        updatedAt: '2025-09-01T08:00:00.000Z',
      })),
    );
    await insertAll(
      db,
      t.exclusions,
      numbers(EXCLUSIONS).map((at) => ({
        id: idOf('x', at),
        schoolId,
        pupilId: idOf('p', (at * 7) % (PUPILS / 8)),
        kind: 'fixed-period' as const,
        state: 'issued' as const,
        ruleSet: 'england-2022',
        startDate: dayAt(at),
        startSlot: 'am' as const,
        endDate: dayAt(at),
        endSlot: 'pm' as const,
        halfDays: 1 + (at % 9),
        incidentOn: dayAt(at),
        incidentAt: '10.40',
        incidentPlace: ['Dining hall', 'the dining-hall', 'Field', 'Corridor'][at % 4] ?? null,
        incidentLesson: ['Maths', 'maths', 'Science'][at % 3] ?? null,
        decidedBy: 'Mrs Head',
        inCare: false,
        recordedBy: 'Test',
        recordedAt: '2025-11-12T10:00:00.000Z',
        issuedBy: 'Test',
        issuedAt: '2025-11-12T10:00:00.000Z',
        version: 1,
      })),
    );
    await insertAll(
      db,
      t.exclusionReasons,
      numbers(EXCLUSIONS).map((at) => ({ exclusionId: idOf('x', at), position: 1, code: 'PP' })),
    );
    await db
      .insert(t.providers)
      .values(
        UNITS.map((id) => ({ id, schoolId, kind: 'pru' as const, name: id, active: true, version: 1 })),
      );
    await db.insert(t.providerSessions).values(
      UNITS.flatMap((providerId) =>
        [1, 2, 3, 4, 5].map((weekday) => ({
          providerId,
          weekday,
          slot: 'am' as const,
          capacity: 30,
          starts: '09:00',
          ends: '12:00',
        })),
      ),
    );
    const stays = numbers(STAYS).map((at) => ({ id: idOf('s', at), exclusionId: idOf('x', at), at }));
    await insertAll(
      db,
      t.placements,
      stays.map(({ id, exclusionId, at }) => ({
        id,
        exclusionId,
        pupilId: idOf('p', (at * 7) % (PUPILS / 8)),
        providerId: unitAt(at),
        purpose: 'exclusion' as const,
        schoolId,
        pupilGroup: 'secondary' as const,
        expectedFrom: dayAt(at),
        expectedTo: dayAt(at),
        madeBy: 'Test',
        madeAt: '2025-11-12T10:00:00.000Z',
        version: 1,
      })),
    );
    await insertAll(
      db,
      t.places,
      stays.map(({ id, exclusionId, at }) => ({
        id: `${id}-place`,
        placementId: id,
        exclusionId,
        pupilId: idOf('p', (at * 7) % (PUPILS / 8)),
        providerId: unitAt(at),
        schoolId,
        date: dayAt(at),
        slot: 'am' as const,
        state: 'booked' as const,
      })),
    );
    return { ok: true };
  });
}, 120_000);
afterAll(() => app.close());

// A mass of rows that its planner knows nothing of yet says nothing of PostgreSQL.
it.skipIf(ON_POSTGRES)(
  'finds patterns among the exclusions of 50,000 pupils in no time to speak of',
  async () => {
    const before = processorTime();
    const found = await app.must('patterns.find', period);
    const early = await app.must('patterns.early', period);
    const effect = await app.must('patterns.effect', {});
    expect(processorTime() - before).toBeLessThan(MOST);
    expect(found.exclusions).toBe(EXCLUSIONS);
    expect(found.place.rows[0]).toMatchObject({ label: 'Dining hall', times: EXCLUSIONS / 2 });
    expect(early.pupils.length).toBeGreaterThan(1000);
    expect(effect.all.stays + effect.tooRecent + effect.tooEarly).toBe(STAYS);
  },
);
