import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import { suggestSchoolYear } from '#shared/domain/calendar/suggest-school-year.ts';
import { addDays } from '#shared/kernel/plain-date.ts';
import { insertAll } from '#main/storage/repositories/insert-all.ts';
import { insertPupils } from '#main/storage/repositories/pupil-roll.ts';
import type { Db } from '#main/storage/store.ts';
import { openTestApp, type TestApp } from '../../builders/app.ts';
import { setUpSchool, testCalendar } from '../../builders/school.ts';
import { inventPupils, pupilRows } from '../support/invent-pupils.ts';
import { budget, measured, measurement, type Bench } from '../support/measurement.ts';
import { openRaw } from '../support/raw-database.ts';
import { takeTurns, timeOf } from '../support/take-turns.ts';

const PUPILS = 2000;
/** Issued through the real command in the weeks before today, each with its own open duties. */
const OPEN = 40;
/** A busy secondary school: 500 a year, over five years, every duty done. */
const OLD = 2500;
const TODAY = '2025-11-12';

/** What the Today page asks for: the day's sheet and the board of duties, in a school with a long memory. */
export const today: Bench = {
  name: 'today',
  run: async () => {
    const app = openTestApp(TODAY);
    try {
      await fill(app);
      return await measureToday(app);
    } finally {
      await app.close();
    }
  },
};

async function measureToday(app: TestApp) {
  const bare = openRaw(app.services.store.location);
  try {
    const open = bare.prepare(
      `SELECT * FROM duties WHERE fulfilled_on IS NULL AND owed = 1 AND due_by <= ?
       UNION ALL SELECT * FROM duties WHERE fulfilled_on = ?`,
    );
    const samples = await takeTurns(
      [
        async () => ({
          page: await timeOf(async () => {
            await app.must('today.get', {});
            await app.must('duties.board', {});
          }),
        }),
        async () => ({ board: await timeOf(() => app.must('duties.board', {})) }),
        async () => ({ bare: await timeOf(() => open.all(addDays(TODAY, 7), TODAY)) }),
      ],
      { warmUps: 5, rounds: 41, limit: 15 },
    );
    const size = `${PUPILS.toLocaleString('en-GB')} pupils, ${(OPEN + OLD).toLocaleString('en-GB')} exclusions`;
    return [
      measurement(`today: the page, ${size}`, 'ms', samples('page'), budget('a budget of 100 ms', 100)),
      measurement(
        `today: the board of duties, ${size}`,
        'ms',
        samples('board'),
        measured('one SELECT of the same duties', samples('bare')),
      ),
    ];
  } finally {
    bare.close();
  }
}

async function fill(app: TestApp): Promise<void> {
  await setUpSchool(app, { promiseFromDay: 1 });
  const pupils = pupilRows(inventPupils(PUPILS));
  await app.services.store.write((db) => insertPupils(db, pupils));
  const days = indexCalendar(testCalendar).schoolDaysBetween(addDays(TODAY, -40), TODAY);
  for (let at = 0; at < OPEN; at += 1) {
    await app.must('exclusions.issue', {
      pupilId: pupils[at]?.id ?? '',
      kind: 'fixed-period',
      startDate: days[at % days.length] ?? TODAY,
      halfDays: 2 + (at % 10),
      incidentOn: addDays(TODAY, -50),
      incidentAccount: 'Pushed another pupil.',
      reasons: ['PP'],
      decidedBy: 'Mrs Head',
    });
  }
  await app.services.store.write((db) =>
    remember(
      db,
      pupils.slice(OPEN).map(({ id }) => id),
    ),
  );
}

/** Five years of cases of a real case's shape, with its duties, all done; straight into the tables. */
async function remember(db: Db, pupilIds: readonly string[]): Promise<void> {
  const { exclusions, exclusionHalfDays, duties } = db.tables;
  const [model] = await db.select().from(exclusions).limit(1);
  const owed = (await db.select().from(duties)).filter((duty) => duty.exclusionId === model?.id);
  if (model === undefined || owed.length === 0) throw new Error('There is no case to take as a model.');
  const days = [2020, 2021, 2022, 2023, 2024].flatMap((year) => {
    const { terms, closures } = suggestSchoolYear(year);
    return indexCalendar({ terms, closures }).schoolDaysBetween(
      `${String(year)}-09-01`,
      `${String(year + 1)}-07-31`,
    );
  });
  const old = Array.from({ length: OLD }, (_, at) => {
    const startDate = days[Math.floor((at * days.length) / OLD)] ?? '';
    const pupilId = pupilIds[at % pupilIds.length] ?? '';
    return { ...model, id: `old-${String(at)}`, pupilId, startDate, endDate: startDate, halfDays: 2 };
  });
  await insertAll(db, exclusions, old);
  await insertAll(
    db,
    exclusionHalfDays,
    old.flatMap(({ id, pupilId, startDate }) =>
      (['am', 'pm'] as const).map((slot) => ({
        exclusionId: id,
        pupilId,
        date: startDate,
        slot,
        givenBack: false,
      })),
    ),
  );
  await insertAll(
    db,
    duties,
    old.flatMap(({ id, startDate }) =>
      owed.map((duty) => ({
        ...duty,
        exclusionId: id,
        dueBy: startDate,
        fulfilledOn: startDate,
        how: 'By letter',
        byWhom: 'Mrs Head',
        fulfilledBy: 'Test Person',
        fulfilledAt: `${startDate}T12:00:00.000Z`,
      })),
    ),
  );
}
