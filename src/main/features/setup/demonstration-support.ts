import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { DEFAULT_CRITERIA } from '#shared/domain/support/default-criteria.ts';
import { DEFAULT_PROCEDURE } from '#shared/domain/support/default-procedure.ts';
import { staffNameKey } from '#shared/domain/support/staff-names.ts';
import { supportPeriod } from '#shared/domain/support/support-period.ts';
import { addDays, weekdayOf, type IsoDate } from '#shared/kernel/plain-date.ts';
import { writeCriteria } from '../../storage/repositories/at-risk-criteria.ts';
import { readRegister, updateEntry, type RiskEntry } from '../../storage/repositories/at-risk-entries.ts';
import { writeAttendance } from '../../storage/repositories/attendance-figures.ts';
import { insertAll } from '../../storage/repositories/insert-all.ts';
import { insertKeyWorker, type KeyWorkerMeeting } from '../../storage/repositories/key-workers.ts';
import { findPupil } from '../../storage/repositories/pupils.ts';
import type { Db } from '../../storage/store.ts';
import { syncAtRisk } from '../at-risk-sync.ts';

interface Excluded {
  readonly id: string;
  readonly pupilId: string;
  readonly schoolId: string;
  readonly state: string;
  readonly startDate?: string | null | undefined;
}

const BY = 'Demonstration';
/** Who works with pupils at risk in the invented school. */
const WORKERS = [
  { name: 'Ms J. Reed', role: 'Learning Mentor', organisation: null },
  { name: 'Mr P. Hall', role: 'Head of Year 9', organisation: null },
  { name: 'Mrs A. Stone', role: 'Education Welfare Officer', organisation: 'Education Welfare Service' },
  { name: 'Mx T. Okoro', role: 'Home liaison worker', organisation: null },
] as const;
/** The school of the demonstration sorts its pupils by high, medium and low. */
const PROCEDURE = { ...DEFAULT_PROCEDURE, levels: 'high-medium-low' } as const;
const NOTES = ['Settled; wants to stay in the set', 'Talked about the way home', 'Late again on Monday'];
const LEVELS = ['medium', 'low', 'medium', 'high'] as const;

/**
 * The at-risk register of the demonstration: every pupil excluded in the school year is on it from the day of the first
 * exclusion, some with low attendance besides. Most meet their key worker, and most reviews are done; the rest is for
 * the user to see to.
 */
export async function addDemonstrationSupport(
  db: Db,
  exclusions: readonly Excluded[],
  today: IsoDate,
): Promise<void> {
  let made = 0;
  const newId = () => {
    made += 1;
    return `demo-support-${String(made).padStart(4, '0')}`;
  };
  const first = firstExclusions(exclusions, today);
  const [schoolId] = first.map((one) => one.schoolId);
  if (schoolId === undefined) return;
  await writeCriteria(db, schoolId, { ...DEFAULT_CRITERIA, procedure: PROCEDURE, version: 1 });
  const staff = WORKERS.map((worker) => ({
    ...worker,
    id: newId(),
    schoolId,
    nameKey: staffNameKey(worker.name),
    version: 1,
  }));
  await insertAll(db, db.tables.supportStaff, staff);
  for (const [at, { pupilId, day }] of first.entries()) {
    const pupil = await findPupil(db, schoolId, pupilId);
    if (pupil === undefined) continue;
    if (at % 4 === 1) {
      await writeAttendance(db, {
        pupilId,
        on: day,
        percent: 68 + (at % 7),
        source: 'Attendance register',
        recordedBy: BY,
        recordedAt: `${day}T09:00:00.000Z`,
      });
    }
    const clock = { now: () => `${day}T12:00:00.000Z`, today: () => day };
    await syncAtRisk(db, { clock, newId, session: { userName: BY, role: 'recorder' } }, pupil);
  }
  const meetings: KeyWorkerMeeting[] = [];
  for (const [at, entry] of (await readRegister(db, schoolId, { state: 'open' })).entries()) {
    // The newest entries have no key worker yet.
    if (entry.since >= addDays(today, -3)) continue;
    const worker = staff[at % (staff.length - 1)];
    if (worker === undefined) continue;
    const { id: staffId, name: keyWorker, role } = worker;
    await insertKeyWorker(db, {
      id: newId(),
      entryId: entry.id,
      name: keyWorker,
      role,
      fromDate: entry.since,
      staffId,
    });
    const change = reviewed(entry, today, at);
    await updateEntry(db, entry.id, {
      level: LEVELS[at % LEVELS.length] ?? null,
      factors: PROCEDURE.factors
        .filter((_, place) => (place + at) % 3 === 0)
        .map((factor) => ({ ...factor, on: entry.since })),
      ...change,
    });
    // Some have not met for a while.
    const until = change?.signedOffOn ?? (at % 9 === 4 ? addDays(today, -16) : today);
    meetings.push(
      ...weekly(entry.since, until).map((onDate, meeting) => ({
        entryId: entry.id,
        onDate,
        keyWorker,
        note: NOTES[(at + meeting) % 7] ?? null,
        recordedBy: BY,
        minutes: (at + meeting) % 5 === 3 ? 30 : 60,
      })),
    );
  }
  await insertAll(db, db.tables.keyWorkerMeetings, meetings);
}

/** Each pupil's first exclusion of the school year, in the order of their days; not those still to come. */
function firstExclusions(exclusions: readonly Excluded[], today: IsoDate) {
  const year = schoolYearOf(today);
  const seen = new Set<string>();
  return exclusions
    .flatMap(({ pupilId, schoolId, state, startDate }) =>
      state === 'draft' || state === 'cancelled' || !startDate ? [] : [{ pupilId, schoolId, day: startDate }],
    )
    .filter(({ day }) => day <= today && schoolYearOf(day) === year)
    .toSorted((a, b) => (a.day + a.pupilId < b.day + b.pupilId ? -1 : 1))
    .filter(({ pupilId }) => {
      const known = seen.has(pupilId);
      seen.add(pupilId);
      return !known;
    });
}

/** The days a week apart after a first one, up to a last one; none at a weekend. */
function weekly(after: IsoDate, until: IsoDate): readonly IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = addDays(after, 7); day <= until; day = addDays(day, 7))
    if (weekdayOf(day) <= 5) days.push(day);
  return days;
}

/** What came of the reviews that were due: some signed off, most reassigned, some of the last ones not done yet. */
function reviewed(
  entry: RiskEntry,
  today: IsoDate,
  at: number,
): Parameters<typeof updateEntry>[2] | undefined {
  if (entry.reviewOn > today) return undefined;
  const quiet = entry.reasons.every(
    ({ fact }) => fact.kind !== 'excluded-times' || fact.excludedOn.every((day) => day <= entry.reviewOn),
  );
  if (at % 3 === 0 && quiet) {
    return {
      signedOffOn: entry.reviewOn,
      signedOffBy: BY,
      signedOffReason: 'No further incident, attendance back to average',
      signedOffAs: 'decision',
    };
  }
  const periods = [...entry.periods];
  let { reviewOn } = entry;
  // Where the latest review is left to the user, the ones before it are done.
  while (at % 6 === 5 ? supportPeriod(reviewOn, PROCEDURE).reviewOn <= today : reviewOn <= today) {
    periods.push(supportPeriod(reviewOn, PROCEDURE, { by: BY, why: 'Still at risk of a further exclusion' }));
    reviewOn = periods.at(-1)?.reviewOn ?? today;
  }
  return { periods, reviewOn };
}
