import { and, eq, gte, lte, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { FILE_COLUMNS, type Arrival } from '#main/storage/repositories/received-columns.ts';
import { isCurrent } from '#main/storage/repositories/received-returns.ts';
import { keepReceived } from '#main/storage/repositories/received-writes.ts';
import type { Db } from '#main/storage/store.ts';
import { openStore } from '../builders/database.ts';

const WINDOWS = [
  ['2024-01-01', '2024-07-31'],
  ['2024-04-02', '2024-12-31'],
  ['2024-08-01', '2025-04-20'],
  ['2023-08-01', '2024-07-31'],
  // Any dates: inside others, and to the same day as another.
  ['2024-06-03', '2024-07-31'],
] as const;

const PUPILS = ['A', 'B', 'C'];

const sent = fc.record({
  school: fc.constantFrom('2014001', '2014002', '2014003'),
  window: fc.constantFrom(...WINDOWS),
  // Few moments, so that returns made at the same time are met too.
  made: fc.integer({ min: 1, max: 4 }),
  rows: fc.array(
    fc.record({
      pupil: fc.constantFrom(...PUPILS),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      category: fc.constantFrom('SUSP', 'FIXD', 'PERM', 'LNCH'),
      sessions: fc.option(fc.integer({ min: 1, max: 9 })),
    }),
    { maxLength: 6 },
  ),
});

type Sent = typeof sent extends fc.Arbitrary<infer T> ? T : never;

const DAY = 24 * 60 * 60 * 1000;

function dayIn([from, to]: Sent['window'], at: number): string {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  return new Date(first + Math.floor((at * (last - first)) / DAY) * DAY).toISOString().slice(0, 10);
}

let made = 0;

/** The return with an id that is not in the order of arrival. */
function arrivalOf({ school, window, made: moment, rows }: Sent): Arrival {
  made += 1;
  const id = `${(made * 7919) % 1000}-${made}`;
  const exclusions = rows.map(({ pupil, at, category, sessions }, position) => {
    const startDate = dayIn(window, at);
    const row: Partial<Record<(typeof FILE_COLUMNS)[number], unknown>> = {
      position,
      laEstab: school,
      schoolYear: schoolYearOf(startDate),
      upn: pupil,
      surname: 'Test',
      forename: pupil,
      sex: 'F',
      dob: '2011-10-09',
      onRoll: true,
      category,
      reasons: ['DB'],
      startDate,
      sessions: category === 'PERM' ? null : sessions,
    };
    return FILE_COLUMNS.map((column) => row[column] ?? null);
  });
  return {
    received: {
      id,
      laEstab: school,
      schoolName: school,
      periodFrom: window[0],
      periodTo: window[1],
      periodName: window.join(' '),
      periodKind: 'dates',
      format: 'csv',
      fileName: `${id}.csv`,
      sha256: id,
      createdAt: `2025-09-0${moment}T10:00:00`,
      nil: rows.length === 0,
      current: true,
      counts: { pupils: 0, fixedPeriod: 0, permanent: 0, lunchtime: 0, sessions: 0 },
      receivedBy: 'Test',
      receivedAt: '2025-09-10T10:00:00.000Z',
      replacesId: null,
      signedBy: null,
    },
    exclusions,
  };
}

/** The exclusions that count by the definition: looked up for each, from all the returns there are. */
function byDefinition(db: Db) {
  const { receivedReturns: r, receivedExclusions: x } = db.tables;
  const later = alias(r, 'later');
  return db
    .select({
      returnId: x.returnId,
      position: x.position,
      laEstab: r.laEstab,
      upn: x.upn,
      category: x.category,
      startDate: x.startDate,
      sessions: x.sessions,
    })
    .from(x)
    .innerJoin(r, eq(r.id, x.returnId))
    .where(
      and(
        isCurrent(r),
        notExists(
          db
            .select({ one: sql`1` })
            .from(later)
            .where(
              and(
                eq(later.laEstab, r.laEstab),
                isCurrent(later),
                lte(later.periodFrom, x.startDate),
                gte(later.periodTo, x.startDate),
                sql`(${later.createdAt}, ${later.periodTo}, ${later.periodFrom}) > (${r.createdAt}, ${r.periodTo}, ${r.periodFrom})`,
              ),
            ),
        ),
      ),
    );
}

type Counted = Awaited<ReturnType<typeof byDefinition>>[number];

/** Totals of school years, added up one exclusion at a time. */
function totalsOf(counted: readonly Counted[]) {
  const totals = new Map<string, Record<string, number>>();
  const pupils = new Map<string, number>();
  for (const { laEstab, startDate, category, sessions, upn } of counted) {
    const key = `${laEstab} ${schoolYearOf(startDate)}`;
    const total = totals.get(key) ?? {
      fixedPeriod: 0,
      sessions: 0,
      withLength: 0,
      permanent: 0,
      lunchtime: 0,
      pupils: 0,
      repeatPupils: 0,
    };
    totals.set(key, total);
    const add = (name: string, n = 1) => (total[name] = (total[name] ?? 0) + n);
    if (category === 'PERM') add('permanent');
    else if (category === 'LNCH') add('lunchtime');
    else {
      add('fixedPeriod');
      if (sessions !== null) add('withLength');
      add('sessions', sessions ?? 0);
      const times = (pupils.get(`${key} ${upn}`) ?? 0) + 1;
      pupils.set(`${key} ${upn}`, times);
      if (times === 1) add('pupils');
      if (times === 2) add('repeatPupils');
    }
  }
  return Object.fromEntries(totals);
}

const store = openStore();

afterAll(() => store.close());

it('what counts, and the totals of every school year, are as defined after any imports in any order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(sent, { minLength: 1, maxLength: 5 }), { maxLength: 6 }),
      async (batches) => {
        const undone = new Error('undone');
        await store
          .write(async (db) => {
            for (const batch of batches) await keepReceived(db, batch.map(arrivalOf));
            const { receivedExclusions: x, receivedYearTotals } = db.tables;
            const counted = await byDefinition(db);
            const marked = await db
              .select({ returnId: x.returnId, position: x.position })
              .from(x)
              .where(eq(x.counts, true));
            const name = ({ returnId, position }: { returnId: string; position: number }) =>
              `${returnId} ${position}`;
            expect(marked.map(name).toSorted()).toEqual(counted.map(name).toSorted());
            const totals = (await db.select().from(receivedYearTotals)).map(
              ({ laEstab, schoolYear, ...total }) => [`${laEstab} ${schoolYear}`, total] as const,
            );
            expect(Object.fromEntries(totals)).toEqual(totalsOf(counted));
            throw undone;
          })
          .catch((error: unknown) => {
            if (error !== undone) throw error;
          });
      },
    ),
    { numRuns: 150 },
  );
});
