import { schoolYearOf } from '../calendar/school-year.ts';
import { addMonths, type IsoDate } from '../../kernel/plain-date.ts';
import {
  PUPIL_KINDS,
  type DueKind,
  type PupilKind,
  type RetentionBasis,
  type RetentionFacts,
  type RetentionKind,
  type RetentionRule,
} from './types.ts';

/** The whole of what is held of a pupil: when its time is over, no part of it is listed besides. */
const WHOLE: ReadonlySet<PupilKind> = new Set(['pupil-file', 'roll-entry']);

/**
 * The kinds of a pupil's record whose time is over on `today`, the whole file alone where its own is. A kind of which
 * there is no record is never due, nor one whose basis is not known (no last day on roll).
 */
export function dueKinds(
  facts: RetentionFacts,
  rules: readonly RetentionRule[],
  today: IsoDate,
): readonly DueKind[] {
  const due = rules.flatMap(({ kind, months, from }): DueKind[] => {
    const newest = isPupilKind(kind) ? facts.newest[kind] : undefined;
    const start = newest === undefined ? undefined : basisDay(facts, from, newest);
    if (start === undefined) return [];
    // Nearly every pupil of 50,000 is not due for years: their months tell that without a day being worked out.
    if (monthOf(start) + months > monthOf(today)) return [];
    const since = addMonths(start, months);
    return since <= today && isPupilKind(kind) ? [{ kind, since }] : [];
  });
  const whole = due.filter(({ kind }) => WHOLE.has(kind));
  return whole.length > 0 ? whole.slice(0, 1) : due;
}

/** Months since year 0, of a day. */
const monthOf = (day: IsoDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

const isPupilKind = (kind: RetentionKind): kind is PupilKind => PUPIL_KINDS.some((one) => one === kind);

function basisDay(
  { dob, leavingDate }: RetentionFacts,
  from: RetentionBasis,
  newest: IsoDate,
): IsoDate | undefined {
  switch (from) {
    case 'birth':
      return dob;
    case 'leaving':
      return leavingDate;
    case 'school-year':
      return endOfYear(newest);
    case 'made':
      return newest;
  }
}

/** The last day (31 July) of the school year that a day is in. */
export const endOfYear = (day: IsoDate): IsoDate => `${String(schoolYearOf(day) + 1)}-07-31`;
