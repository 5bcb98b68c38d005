import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import type { RiskFacts } from '#shared/domain/support/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { latestAttendance } from '../storage/repositories/attendance-figures.ts';
import { countedExclusions, readIssuedExclusions } from '../storage/repositories/exclusion-history.ts';
import type { PupilRecord } from '../storage/repositories/pupils.ts';
import type { Db } from '../storage/store.ts';

/**
 * What the criteria ask of a pupil on a day. An exclusion counts in the school year it starts in or, issued ahead of its
 * start, already before; one that was cancelled does not.
 */
export async function readRiskFacts(
  db: Db,
  { id, inCare }: Pick<PupilRecord, 'id' | 'inCare'>,
  today: IsoDate,
): Promise<RiskFacts> {
  const year = schoolYearOf(today);
  const attendance = await latestAttendance(db, id);
  return {
    excludedOn: countedExclusions(await readIssuedExclusions(db, id))
      .map(({ start }) => start.date)
      .filter((day) => schoolYearOf(day) >= year),
    attendance: attendance && { percent: attendance.percent, on: attendance.on },
    lookedAfter: inCare,
  };
}
