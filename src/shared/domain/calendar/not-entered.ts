import type { IsoDate } from '../../kernel/plain-date.ts';
import { formatSchoolYear } from './format-date.ts';
import type { CalendarIndex } from './index-calendar.ts';

/** The sentence that says which term dates a count from `date` on is waiting for. */
export function notEntered(index: CalendarIndex, date: IsoDate): string {
  const missing = index.covered(date) ? index.missingTermAfter(date) : undefined;
  if (missing === undefined) {
    const year = formatSchoolYear(index.schoolYearOf(date));
    return `The term dates for ${year} are not entered. Enter them in the school calendar, then count again.`;
  }
  return (
    `The dates of the ${missing.name} term ${formatSchoolYear(missing.schoolYear)} are not entered. ` +
    'Enter them in the school calendar, then count again.'
  );
}
