import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import type { SchoolCalendar, SchoolYear } from '#shared/domain/calendar/types.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import type { Store } from '#main/storage/store.ts';

/** What a test school is set up in: an open test application, or anything with its store and clock. */
export interface SchoolHost {
  readonly services: { readonly store: Store; readonly clock: Clock };
}

export interface SchoolOptions {
  readonly id?: string;
  readonly laEstab?: string;
  readonly name?: string;
  readonly phase?: string;
  readonly promiseFromDay?: number;
  readonly promiseInCareFromDay?: number;
  readonly demonstration?: boolean;
}

type TermDates = readonly [from: string, to: string, halfTermFrom: string, halfTermTo: string];

/** Term dates that tests may rely on, three school years; each May bank holiday and half-term is closed. */
const YEARS: readonly (readonly [SchoolYear, TermDates, TermDates, TermDates, mayDay: string])[] = [
  [
    2023,
    ['2023-09-04', '2023-12-22', '2023-10-23', '2023-10-27'],
    ['2024-01-08', '2024-03-28', '2024-02-12', '2024-02-16'],
    ['2024-04-15', '2024-07-23', '2024-05-27', '2024-05-31'],
    '2024-05-06',
  ],
  [
    2024,
    ['2024-09-03', '2024-12-20', '2024-10-28', '2024-11-01'],
    ['2025-01-06', '2025-04-04', '2025-02-17', '2025-02-21'],
    ['2025-04-22', '2025-07-22', '2025-05-26', '2025-05-30'],
    '2025-05-05',
  ],
  [
    2025,
    ['2025-09-02', '2025-12-19', '2025-10-27', '2025-10-31'],
    ['2026-01-05', '2026-03-27', '2026-02-16', '2026-02-20'],
    ['2026-04-13', '2026-07-21', '2026-05-25', '2026-05-29'],
    '2026-05-04',
  ],
];

/** The calendar of `setUpSchool`: 2023/24, 2024/25 and 2025/26. */
export const testCalendar: SchoolCalendar = {
  terms: YEARS.flatMap(([schoolYear, autumn, spring, summer]) => [
    { schoolYear, name: 'autumn' as const, from: autumn[0], to: autumn[1] },
    { schoolYear, name: 'spring' as const, from: spring[0], to: spring[1] },
    { schoolYear, name: 'summer' as const, from: summer[0], to: summer[1] },
  ]),
  closures: YEARS.flatMap(([, autumn, spring, summer, mayDay]) => [
    ...[autumn, spring, summer].map(([, , from, to]) => ({
      from,
      to,
      slot: 'all' as const,
      kind: 'holiday' as const,
      name: 'Half-term',
    })),
    {
      from: mayDay,
      to: mayDay,
      slot: 'all' as const,
      kind: 'bank-holiday' as const,
      name: 'Early May bank holiday',
    },
  ]),
};

/**
 * Makes the database that of one school, with three years' terms and closed days and the session times of
 * an ordinary day. Written straight into the tables, so that tests of other areas do not depend on set-up.
 */
export async function setUpSchool(
  app: SchoolHost,
  {
    id = 'school-1',
    laEstab = '2014001',
    name = 'Test High School',
    phase = 'secondary',
    promiseFromDay,
    promiseInCareFromDay,
    demonstration = false,
  }: SchoolOptions = {},
): Promise<{ readonly schoolId: string; readonly laEstab: string; readonly name: string }> {
  await app.services.store.write(async (db) => {
    const { workspace, schools, terms, closures, sessionTimes, heads } = db.tables;
    await db.insert(schools).values({ id, laEstab, urn: '100001', name, phase });
    await db.insert(workspace).values({
      id: 1,
      homeSchoolId: id,
      authorityCode: laEstab.slice(0, 3),
      authorityName: 'Test Authority',
      demonstration,
      promiseFromDay: promiseFromDay ?? null,
      promiseInCareFromDay: promiseInCareFromDay ?? null,
      lunchtimesInReturn: false,
      createdAt: app.services.clock.now(),
    });
    await db.insert(terms).values(
      testCalendar.terms.map((term) => ({
        schoolId: id,
        schoolYear: term.schoolYear,
        name: term.name,
        fromDate: term.from,
        toDate: term.to,
      })),
    );
    await db.insert(closures).values(
      testCalendar.closures.map((closure, index) => ({
        id: `closure-${String(index + 1)}`,
        schoolId: id,
        schoolYear: schoolYearOf(closure.from),
        fromDate: closure.from,
        toDate: closure.to,
        slot: closure.slot,
        kind: closure.kind,
        name: closure.name,
      })),
    );
    await db.insert(heads).values({
      id: 'head-1',
      schoolId: id,
      name: 'Mrs Head',
      acting: false,
      fromDate: '2003-09-01',
      version: 1,
    });
    await db.insert(sessionTimes).values([
      { schoolId: id, slot: 'am', starts: '08:45', ends: '12:15' },
      { schoolId: id, slot: 'pm', starts: '13:05', ends: '15:15' },
    ]);
    return { ok: true };
  });
  return { schoolId: id, laEstab, name };
}
