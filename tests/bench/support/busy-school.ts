import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import { suggestSchoolYear } from '#shared/domain/calendar/suggest-school-year.ts';
import { addDays } from '#shared/kernel/plain-date.ts';
import { workOutMissingDuties } from '#main/features/missing-duties.ts';
import { writeAudit } from '#main/security/audit.ts';
import { insertAll } from '#main/storage/repositories/insert-all.ts';
import { insertPupils } from '#main/storage/repositories/pupil-roll.ts';
import type { Db } from '#main/storage/store.ts';
import type { TestApp } from '../../builders/app.ts';
import { setUpSchool, testCalendar } from '../../builders/school.ts';
import { bookWeek, PUPILS as BOOKED } from './area-week.ts';
import { inventPupils, pupilRows } from './invent-pupils.ts';
import { addOldCases } from './old-cases.ts';

export const PUPILS = 50_000;
export const OLD_CASES = 5000;
export const TODAY = '2025-11-12';
const FROM_YEAR = 2020;

/** Issued through the command in the weeks before today, each with its own open duties. */
const OPEN = 100;
/** Who were ever out: half of them twice and more. */
const EVER_OUT = 2000;
/** For each old case: issued, letters, duties done, places marked. */
const ROWS_A_CASE = 20;
const EXAMS = 300;

export interface BusySchool {
  /** Pupils who were never out, for what is to be recorded. */
  readonly fresh: readonly string[];
  /** Cases issued in the last weeks. */
  readonly open: readonly { readonly id: string; readonly pupilId: string }[];
}

/** School years before those of the test calendar: old cases fall in terms of their own. */
const EARLIER_YEARS = [2020, 2021, 2022];

/**
 * A roll of 50,000 with five years of cases, their duties, stays and audit rows, 140 open cases, a week of 400 places
 * at 60 providers, parents and examinations: larger than any one school, as a federation would be.
 */
export async function fillBusySchool(app: TestApp): Promise<BusySchool> {
  await setUpSchool(app, { promiseFromDay: 1 });
  const { store } = app.services;
  const pupils = pupilRows(inventPupils(PUPILS));
  const ids = pupils.map(({ id }) => id);
  await store.write(async (db) => {
    await insertPupils(db, pupils);
    await addEarlierYears(db);
    await addParents(db, ids);
    await addExams(db);
  });
  const open = await issueLately(app, ids.slice(0, OPEN));
  await bookWeek(app, ids.slice(OPEN, OPEN + BOOKED));
  await workOutMissingDuties(app.services);
  const old = await store.write((db) =>
    addOldCases(db, {
      count: OLD_CASES,
      pupilIds: ids.slice(OPEN + BOOKED, OPEN + BOOKED + EVER_OUT),
      fromYear: FROM_YEAR,
      before: '2025-09-15',
    }),
  );
  await store.write(async (db) => {
    await addOldStays(db, old);
    await addTrail(db, old);
  });
  return { fresh: ids.slice(OPEN + BOOKED + EVER_OUT), open };
}

async function addEarlierYears(db: Db): Promise<void> {
  const { terms, closures } = db.tables;
  for (const schoolYear of EARLIER_YEARS) {
    const year = suggestSchoolYear(schoolYear);
    await insertAll(
      db,
      terms,
      year.terms.map(({ name, from, to }) => ({
        schoolId: 'school-1',
        schoolYear,
        name,
        fromDate: from,
        toDate: to,
      })),
    );
    await insertAll(
      db,
      closures,
      year.closures.map(({ from, to, slot, kind, name }, at) => ({
        id: `closure-${String(schoolYear)}-${String(at)}`,
        schoolId: 'school-1',
        schoolYear,
        fromDate: from,
        toDate: to,
        slot,
        kind,
        name,
      })),
    );
  }
}

const addParents = (db: Db, pupilIds: readonly string[]) =>
  insertAll(
    db,
    db.tables.contacts,
    pupilIds.map((pupilId) => ({
      id: `parent of ${pupilId}`,
      pupilId,
      relation: 'parent' as const,
      name: 'Mrs Parent',
      address: '1 Mill Lane',
      phone: '01632 960001',
      position: 1,
      version: 1,
    })),
  );

const addExams = (db: Db) =>
  insertAll(
    db,
    db.tables.exams,
    Array.from({ length: EXAMS }, (_, at) => ({
      id: `exam-${String(at)}`,
      schoolId: 'school-1',
      ncYear: at % 3 === 0 ? '13' : '11',
      kind: 'public-examination' as const,
      name: `Paper ${String(at)}`,
      date: addDays('2026-05-11', at % 40),
      slot: 'am' as const,
    })),
  );

async function issueLately(app: TestApp, pupilIds: readonly string[]): Promise<BusySchool['open']> {
  const days = indexCalendar(testCalendar).schoolDaysBetween(addDays(TODAY, -40), TODAY);
  const open: { id: string; pupilId: string }[] = [];
  for (const [at, pupilId] of pupilIds.entries()) {
    const { id } = await app.must('exclusions.issue', {
      pupilId,
      kind: 'fixed-period',
      startDate: days[at % days.length] ?? TODAY,
      halfDays: 2 + (at % 10),
      incidentOn: addDays(TODAY, -50),
      incidentAccount: 'Pushed another pupil.',
      reasons: ['PP'],
      decidedBy: 'Mrs Head',
    });
    open.push({ id, pupilId });
  }
  return open;
}

type OldCase = Awaited<ReturnType<typeof addOldCases>>[number];

/** Each was somewhere for its day. */
async function addOldStays(db: Db, old: readonly OldCase[]): Promise<void> {
  const stays = old.map(({ id, pupilId, date }, at) => ({
    id: `stay of ${id}`,
    exclusionId: id,
    pupilId,
    providerId: `provider-${String(at % 60)}`,
    date,
  }));
  await insertAll(
    db,
    db.tables.placements,
    stays.map(({ date, ...stay }) => ({
      ...stay,
      schoolId: 'school-1',
      purpose: 'exclusion' as const,
      pupilGroup: 'secondary' as const,
      expectedFrom: date,
      expectedTo: date,
      madeBy: 'Bench',
      madeAt: date,
      version: 1,
    })),
  );
  await insertAll(
    db,
    db.tables.places,
    stays.flatMap(({ id, ...stay }) =>
      (['am', 'pm'] as const).map((slot) => ({
        ...stay,
        id: `${id} ${slot}`,
        placementId: id,
        schoolId: 'school-1',
        slot,
        state: 'booked' as const,
        outcome: 'attended' as const,
        markedBy: 'Bench',
        markedAt: `${stay.date}T15:00:00.000Z`,
      })),
    ),
  );
}

async function addTrail(db: Db, old: readonly OldCase[]): Promise<void> {
  const by = { userName: 'Test Person', role: 'recorder' } as const;
  for (let at = 0; at < ROWS_A_CASE; at += 1) {
    const operation = ['exclusions.issue', 'letters.issue', 'duties.fulfil', 'stays.mark'][at % 4] ?? '';
    const notes = old.map(({ id, pupilId }) => ({
      subjectType: 'exclusion',
      subjectId: id,
      pupilId,
      detail: { after: { key: 'tell-parents', at } },
    }));
    await writeAudit(db, by, operation, `${TODAY}T08:00:00.000Z`, notes);
  }
}
