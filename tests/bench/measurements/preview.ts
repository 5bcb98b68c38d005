import type { OperationInput } from '#shared/contract/contract.ts';
import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import { addDays } from '#shared/kernel/plain-date.ts';
import { openTestApp } from '../../builders/app.ts';
import { addExclusion } from '../../builders/pupil-exclusion.ts';
import { addPupils, pupilRecord } from '../../builders/pupil-row.ts';
import { setUpSchool, testCalendar } from '../../builders/school.ts';
import { budget, measurement, type Bench } from '../support/measurement.ts';
import { takeTurns, timeOf } from '../support/take-turns.ts';

const EARLIER = 200;
const TODAY = '2025-11-12';
const FIRST_DAY = '2023-09-04';

/** What an exclusion would mean, worked out at every change of the form, for a pupil with a very long history. */
export const preview: Bench = {
  name: 'preview',
  run: async () => {
    const app = openTestApp(TODAY);
    try {
      await setUpSchool(app, { promiseFromDay: 1 });
      const pupil = pupilRecord(1);
      await addPupils(app, [pupil]);
      for (const [at, date] of earlierDays().entries()) {
        await addExclusion(app, {
          id: `earlier-${String(at)}`,
          pupilId: pupil.id,
          halfDays: [[date, at % 2 === 0 ? 'am' : 'pm']],
        });
      }
      const draft: OperationInput<'exclusions.preview'> = {
        pupilId: pupil.id,
        kind: 'fixed-period',
        startDate: '2025-11-17',
        incidentOn: '2025-11-12',
        reasons: ['PP'],
        decidedBy: 'Mrs Head',
      };
      let halfDays = 0;
      let saves = 0;
      const samples = await takeTurns(
        [
          async () => {
            // Another length each time, as when somebody changes it, so that nothing can be answered from memory.
            halfDays = (halfDays % 10) + 1;
            return { preview: await timeOf(() => app.must('exclusions.preview', { ...draft, halfDays })) };
          },
          async () => {
            // Somebody saved something in between: everything is read anew.
            saves += 1;
            const urn = String(100_000 + saves);
            await app.services.store.write((db) => db.update(db.tables.schools).set({ urn }));
            return {
              'after a save': await timeOf(() => app.must('exclusions.preview', { ...draft, halfDays })),
            };
          },
        ],
        { warmUps: 20, rounds: 101, limit: 10 },
      );
      return [
        measurement(
          `preview: pupil with ${String(EARLIER)} earlier exclusions`,
          'ms',
          samples('preview'),
          budget('a budget of 5 ms', 5),
        ),
        measurement(
          'preview: the same, when something was saved in between',
          'ms',
          samples('after a save'),
          budget('a budget of 5 ms', 5),
        ),
      ];
    } finally {
      await app.close();
    }
  },
};

/** Every other school day before today, oldest first. */
function earlierDays(): readonly string[] {
  const calendar = indexCalendar(testCalendar);
  const days: string[] = [];
  for (let date = FIRST_DAY; days.length < EARLIER && date < TODAY; date = addDays(date, 2)) {
    if (calendar.whyClosed(date, 'am') === undefined) days.push(date);
  }
  if (days.length < EARLIER) throw new Error(`Only ${String(days.length)} school days were found.`);
  return days;
}
