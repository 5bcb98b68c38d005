import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import type { YearHalfDays } from '#shared/domain/returns/check-together.ts';
import { inChunks } from '../../storage/repositories/in-chunks.ts';
import { daysOfPupils } from '../../storage/repositories/pupil-days.ts';
import type { Db } from '../../storage/store.ts';
import type { Period } from './census-period.ts';

/** `daysOfPupils` takes a page of pupils. */
const PUPILS_AT_ONCE = 500;

/** Reads the year totals of pupils for every school year that the period touches. */
export async function readYearHalfDays(
  db: Db,
  pupilIds: readonly string[],
  { from, to }: Period,
): Promise<YearHalfDays> {
  const totals = new Map<string, number>();
  for (let schoolYear = schoolYearOf(from); schoolYear <= schoolYearOf(to); schoolYear += 1) {
    for (const chunk of inChunks(pupilIds, PUPILS_AT_ONCE)) {
      const days = await daysOfPupils(db, chunk, schoolYear, to);
      for (const [pupilId, { yearHalfDays }] of days) totals.set(`${pupilId} ${schoolYear}`, yearHalfDays);
    }
  }
  return (pupilId, schoolYear) => totals.get(`${pupilId} ${schoolYear}`) ?? 0;
}
