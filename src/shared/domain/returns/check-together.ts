import type { SchoolYear } from '../calendar/types.ts';
import { formatSchoolYear } from '../calendar/format-date.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import type { ReturnRecord } from './check-record.ts';
import { problemMaker, type RecordProblem } from './record-problem.ts';

/** Half days of a pupil in a school year, earlier schools included. */
export type YearHalfDays = (pupilId: string, schoolYear: SchoolYear) => number;

/** 45 school days (B.MAX_YEAR). */
const YEAR_LIMIT = 90;

const problem = problemMaker('exclusion');

/**
 * What is wrong with the records of a return seen together, by record id: more than one permanent exclusion of a
 * pupil (X09), two of a kind from the same day (X08) and over 45 days in a school year (X06). `records` are in the
 * order of their starts; each problem stands at the later record.
 */
export function checkTogether(
  records: readonly ReturnRecord[],
  yearHalfDays: YearHalfDays,
): ReadonlyMap<string, readonly RecordProblem[]> {
  const found = new Map<string, RecordProblem[]>();
  const add = (id: string, one: RecordProblem) => found.set(id, [...(found.get(id) ?? []), one]);
  const permanents = new Set<string>();
  const starts = new Set<string>();
  const lastOfYear = new Map<string, { readonly record: ReturnRecord; readonly schoolYear: SchoolYear }>();
  for (const record of records) {
    const { id, pupilId, kind, startDate } = record;
    if (kind === 'permanent') {
      if (permanents.has(pupilId))
        add(id, problem('X09-one-permanent', 'The pupil has more than one permanent exclusion.'));
      permanents.add(pupilId);
      continue;
    }
    const start = `${pupilId} ${kind} ${startDate}`;
    if (starts.has(start)) {
      add(
        id,
        problem(
          'X08-same-day',
          'Another exclusion of this pupil starts on the same day. The census XML has no session of the start: two that are otherwise alike look like one sent twice and are refused. The CSV tells them apart.',
        ),
      );
    }
    starts.add(start);
    const schoolYear = schoolYearOf(startDate);
    lastOfYear.set(`${pupilId} ${schoolYear}`, { record, schoolYear });
  }
  for (const { record, schoolYear } of lastOfYear.values()) {
    const halfDays = yearHalfDays(record.pupilId, schoolYear);
    if (halfDays <= YEAR_LIMIT) continue;
    add(
      record.id,
      problem(
        'X06-year',
        `The pupil has ${halfDays / 2} days of exclusion in ${formatSchoolYear(schoolYear)}, earlier schools included; the law allows ${YEAR_LIMIT / 2}. Check the days at earlier schools.`,
      ),
    );
  }
  return found;
}
