import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import type { RiskFacts } from '#shared/domain/support/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { latestAttendances } from '../storage/repositories/attendance-figures.ts';
import { countedExclusions, readExclusionsOfPupils } from '../storage/repositories/exclusion-history.ts';
import { groupRows } from '../storage/repositories/group-rows.ts';
import { inChunks } from '../storage/repositories/in-chunks.ts';
import { readPlacedSpans } from '../storage/repositories/placed-days.ts';
import { readEarlierDaysOf } from '../storage/repositories/pupil-earlier-days.ts';
import type { PupilRecord } from '../storage/repositories/pupils.ts';
import type { Db } from '../storage/store.ts';

type AskedPupil = Pick<PupilRecord, 'id' | 'inCare'>;

/** The repositories take at most so many pupils. */
const PUPILS_AT_ONCE = 500;

/**
 * What the criteria ask of pupils on a day, by pupil. An exclusion counts in the school year it starts in or, issued
 * ahead of its start, already before; one that was cancelled does not. Days out count in the school year they lie in,
 * those at earlier schools too; as everywhere a lunchtime is half a day and a permanent exclusion none.
 */
export async function readRiskFactsOf(
  db: Db,
  pupils: readonly AskedPupil[],
  today: IsoDate,
): Promise<ReadonlyMap<string, RiskFacts>> {
  const schoolYear = schoolYearOf(today);
  const found = new Map<string, RiskFacts>();
  for (const some of inChunks(pupils, PUPILS_AT_ONCE)) {
    const ids = some.map(({ id }) => id);
    const attendances = await latestAttendances(db, ids);
    const exclusions = await readExclusionsOfPupils(db, ids);
    const placed = groupRows(await readPlacedSpans(db, ids), ({ pupilId }) => pupilId);
    const earlier = await readEarlierDaysOf(db, ids);
    for (const { id, inCare } of some) {
      const counted = countedExclusions(exclusions.get(id)?.issued ?? []);
      const attendance = attendances.get(id);
      const out = counted
        .flatMap(({ kind, halfDays }) => (kind === 'permanent' ? [] : halfDays))
        .filter(({ date }) => schoolYearOf(date) === schoolYear).length;
      const before = (earlier.get(id) ?? []).filter((one) => one.schoolYear === schoolYear);
      found.set(id, {
        schoolYear,
        excludedOn: counted.map(({ start }) => start.date).filter((day) => schoolYearOf(day) >= schoolYear),
        excludedHalfDays: out + before.reduce((sum, { halfDays }) => sum + halfDays, 0),
        placedOn: (placed.get(id) ?? [])
          .map(({ from }) => from)
          .filter((day) => schoolYearOf(day) >= schoolYear),
        attendance: attendance && { percent: attendance.percent, on: attendance.on },
        lookedAfter: inCare,
      });
    }
  }
  return found;
}

/** The same of one pupil. */
export async function readRiskFacts(db: Db, pupil: AskedPupil, today: IsoDate): Promise<RiskFacts> {
  const facts = (await readRiskFactsOf(db, [pupil], today)).get(pupil.id);
  if (facts === undefined) throw new Error('facts were read of everybody asked about');
  return facts;
}
