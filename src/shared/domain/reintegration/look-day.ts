import type { CalendarIndex } from '../calendar/index-calendar.ts';
import { mondayOf } from '../calendar/monday-of.ts';
import { addDays, weekdayOf, type IsoDate } from '../../kernel/plain-date.ts';

/**
 * The school day on which somebody looks in, so many school weeks after the pupil's first day back: the same weekday,
 * where the school meets then, or else the next school day. Weeks without any school day do not count. Undefined while
 * the term dates are not entered that far.
 */
export function lookDay(index: CalendarIndex, firstDayBack: IsoDate, weeks: number): IsoDate | undefined {
  let monday = mondayOf(firstDayBack);
  let passed = 0;
  for (let day = index.schoolDayAfter(firstDayBack, 1); day; day = index.schoolDayAfter(day, 1)) {
    const week = mondayOf(day);
    if (week !== monday) {
      passed += 1;
      monday = week;
    }
    // What is left of the week may be closed: then it is the first school day after it.
    if (passed > weeks || (passed === weeks && day >= addDays(monday, weekdayOf(firstDayBack) - 1))) {
      return day;
    }
  }
  return undefined;
}
