import { fromDayNumber, toDayNumber, weekdayOfDayNumber } from '../../kernel/day-number.ts';
import { indexCalendar } from './index-calendar.ts';
import type { Closure, SchoolCalendar, SchoolYear, Slot } from './types.ts';

/** What a school year comes to. */
export interface YearDays {
  /** Days on which pupils come for at least one session. */
  readonly pupilDays: number;
  /** Days of training inside the terms; half a day counts a half. */
  readonly insetDays: number;
}

/** Counts the days of a school year: most schools have 190 for pupils and 5 for training. */
export function countYearDays(calendar: SchoolCalendar, schoolYear: SchoolYear): YearDays {
  const from = `${String(schoolYear)}-08-01`;
  const to = `${String(schoolYear + 1)}-07-31`;
  return {
    pupilDays: indexCalendar(calendar).schoolDaysBetween(from, to).length,
    insetDays: countInset(calendar, schoolYear),
  };
}

function countInset({ terms, closures }: SchoolCalendar, schoolYear: SchoolYear): number {
  let halves = 0;
  for (const term of terms.filter((one) => one.schoolYear === schoolYear)) {
    for (let day = toDayNumber(term.from); day <= toDayNumber(term.to); day += 1) {
      if (weekdayOfDayNumber(day) > 5) continue;
      const date = fromDayNumber(day);
      const covering = closures.filter(({ from, to }) => from <= date && date <= to);
      halves += isTraining(covering, 'am') + isTraining(covering, 'pm');
    }
  }
  return halves / 2;
}

/** A holiday over a training day wins: nobody is trained then. */
function isTraining(covering: readonly Closure[], slot: Slot): 0 | 1 {
  const half = covering.filter((closure) => closure.slot === 'all' || closure.slot === slot);
  return half.length > 0 && half.every(({ kind }) => kind === 'inset') ? 1 : 0;
}
