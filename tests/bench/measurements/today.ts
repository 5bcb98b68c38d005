import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import { addDays } from '#shared/kernel/plain-date.ts';
import { insertPupils } from '#main/storage/repositories/pupil-roll.ts';
import { openTestApp, type TestApp } from '../../builders/app.ts';
import { setUpSchool, testCalendar } from '../../builders/school.ts';
import { inventPupils, pupilRows } from '../support/invent-pupils.ts';
import { budget, measured, measurement, type Bench } from '../support/measurement.ts';
import { addOldCases } from '../support/old-cases.ts';
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
    addOldCases(db, {
      count: OLD,
      pupilIds: pupils.slice(OPEN).map(({ id }) => id),
      fromYear: 2020,
      before: '2025-09-01',
    }),
  );
}
