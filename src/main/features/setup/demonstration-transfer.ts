import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import type { PupilHistory } from '#shared/domain/transfer/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { readRegister } from '../../storage/repositories/at-risk-entries.ts';
import { replaceEarlierRecord } from '../../storage/repositories/earlier-records.ts';
import { writeEarlierDays } from '../../storage/repositories/pupil-earlier-days.ts';
import type { Db } from '../../storage/store.ts';

const FROM = { name: 'Harbourside Academy', laEstab: '9994999' } as const;

/** A pupil who came from another school with its file: three days out in the spring of last school year, and support. */
export async function addDemonstrationTransfer(db: Db, schoolId: string, today: IsoDate): Promise<void> {
  const [moved] = await readRegister(db, schoolId, { state: 'open' });
  if (moved === undefined) return;
  const year = schoolYearOf(today) - 1;
  const spring = String(year + 1);
  const days = { schoolYear: year, term: 'spring', halfDays: 6 } as const;
  const history: PupilHistory = {
    madeAt: `${spring}-07-14T10:20:00.000Z`,
    exclusions: [
      {
        kind: 'fixed-period',
        from: `${spring}-02-04`,
        to: `${spring}-02-06`,
        halfDays: 6,
        reasons: ['Persistent or general disruptive behaviour'],
        whatWorked: 'Five minutes with the mentor before the first lesson, and a card to leave the room.',
      },
    ],
    halfDays: [days],
    placements: [
      {
        provider: 'Quayside Centre',
        from: `${spring}-02-04`,
        to: `${spring}-02-06`,
        sessions: 6,
        attended: 5,
        report: {
          work: 'Finished what was set in English and most of the maths.',
          behaviour: 'Quiet on the first day, joined in from the second.',
          nextSteps: 'A seat near the door and a word at the start of the day.',
        },
      },
    ],
    courses: [{ course: 'Anger management', done: 2, total: 6 }],
    support: [
      {
        since: `${spring}-02-04`,
        categories: ['A'],
        why: ['Excluded once, 4 February'],
        keyWorker: 'Mr Okafor',
        keyWorkerRole: 'Learning Mentor',
      },
    ],
    targets: [{ target: 'Shows the card before leaving the room', state: 'partly-met' }],
    referrals: [],
  };
  await replaceEarlierRecord(db, {
    id: 'demo-earlier-1',
    pupilId: moved.pupilId,
    fromSchool: FROM.name,
    fromLaEstab: FROM.laEstab,
    madeOn: history.madeAt.slice(0, 10),
    sha256: 'demonstration',
    history,
    importedBy: 'Demonstration',
    importedAt: `${spring}-09-01T08:00:00.000Z`,
  });
  await writeEarlierDays(db, moved.pupilId, { ...days, source: `File: ${FROM.name}` });
}
